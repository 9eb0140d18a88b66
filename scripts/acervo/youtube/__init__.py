"""The outside: what YouTube says of the recordings, through yt-dlp, kept in `data/youtube/`.

In: ids of videos or the address of a channel. Out: snapshots on disk and a report of the visit.
Never: deletes or blanks what was good; takes part in the build, which is offline.
"""
