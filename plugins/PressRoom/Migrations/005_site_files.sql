-- The files of the newsroom that are written here, by their paths within the workspace. Any other is somebody else's, and nothing is written over it.
create table press_file (
    path text primary key
) strict;
