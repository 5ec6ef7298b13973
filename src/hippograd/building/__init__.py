"""From source notebooks to what students get: releases, executed solutions, public checks, zips."""
