"""The course as a web site: chapters to read and to run in the browser, and what students and staff should know."""
