"""Forbid network sockets (IPv4 and IPv6, even for a name look-up or the loopback), in the kernel, without being root.

`no_network.py COMMAND …` runs a command to which every such socket is refused, with PermissionError.
A process that calls end_at_network() is ended by the kernel at the first attempt, so one that ends well made none.
Both hold for all threads and all that is started, for good. Sockets between processes of this machine stay possible.
"""

import ctypes
import errno
import os
import platform
import signal
import sys

# The numbers of socket() and seccomp(), and the kernel's name of the machine: asm/unistd.h, linux/audit.h.
MACHINES = {"x86_64": (41, 317, 0xC000003E), "aarch64": (198, 277, 0xC00000B7)}
FAMILIES = (2, 10)  # AF_INET, AF_INET6
ENDED = -signal.SIGSYS  # what subprocess returns for a process that tried

NO_NEW_PRIVILEGES, SET_MODE_FILTER, ALL_THREADS = 38, 1, 1
ALLOW, REFUSE, END_PROCESS = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06  # 32 bits of the call; jump when equal; decide
NUMBER, MACHINE, FAMILY = 0, 4, 16  # where these stand in the call


class Step(ctypes.Structure):
    _fields_ = [("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("k", ctypes.c_uint32)]


class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.POINTER(Step))]


def refuse_network():
    _install(REFUSE)


def end_at_network():
    _install(END_PROCESS)


def _install(answer):
    socket, seccomp, machine = MACHINES[platform.machine()]
    first, second = FAMILIES
    steps = [
        (LOAD, 0, 0, MACHINE), (EQUAL, 0, 6, machine),  # a call made the way of another machine: not answered either
        (LOAD, 0, 0, NUMBER), (EQUAL, 0, 3, socket),
        (LOAD, 0, 0, FAMILY), (EQUAL, 2, 0, first), (EQUAL, 1, 0, second),
        (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, answer),
    ]  # fmt: skip
    program = Program(len(steps), (Step * len(steps))(*(Step(*step) for step in steps)))
    library = ctypes.CDLL(None, use_errno=True)
    _must(library.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0))
    _must(library.syscall(seccomp, SET_MODE_FILTER, ALL_THREADS, ctypes.byref(program)))


def _must(result):
    if result:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


if __name__ == "__main__":
    refuse_network()
    os.execvp(sys.argv[1], sys.argv[1:])
