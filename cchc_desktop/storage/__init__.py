"""The ``.cchc`` file: one SQLite database an officer can copy to a USB stick."""
