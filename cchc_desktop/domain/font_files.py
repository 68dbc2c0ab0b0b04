"""The four faces of the font that papers are set in, as files on this computer."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FontFiles:
    """One font family with its four faces ("phông chữ").

    Attributes:
        family: Its name as Word and Excel know it ("Times New Roman").
    """

    family: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path

    @property
    def paths(self) -> tuple[Path, Path, Path, Path]:
        """The faces in the order regular, bold, italic, bold italic."""
        return (self.regular, self.bold, self.italic, self.bold_italic)
