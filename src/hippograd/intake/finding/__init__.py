"""Finding submissions: whose file is whose, in folders, zips and downloads of learning platforms."""
