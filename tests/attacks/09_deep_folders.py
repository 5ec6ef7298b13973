"""Folders in folders, deeper than a path can say, and closed behind it."""
import os

home = os.getcwd()
for number in range(1900):
    os.mkdir("deeper")
    os.chdir("deeper")
open("bottom", "w").close()
os.chdir(home)
os.chmod("deeper", 0)
