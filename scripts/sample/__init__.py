"""The builder of the invented sample township, one module per reason to change.

places says what is where; terrain shapes the ground; network, settlement and fields draw
the linework; parcels turns linework into a partition; attributes fills in the survey's
fields; layers and cases derive everything else; write and checks finish the job.
"""
