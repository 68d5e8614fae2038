"""The loudspeaker as a clock: plays finished sound and tells which moment is heard."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices, QtAudio

_CORRECTION = 0.05


@dataclass(frozen=True, slots=True)
class Pcm:
    """Sound of a whole board: 16-bit samples, channels interleaved."""

    samples: bytes
    rate: int = 48000
    channels: int = 2

    @property
    def per_second(self) -> int:
        """Bytes of one second."""
        return self.rate * self.channels * 2


def has_loudspeaker() -> bool:
    """Whether the computer has anything to play sound on."""
    return not QMediaDevices.defaultAudioOutput().isNull()


class SpeakerClock(QObject):
    """Plays a board's sound; the picture follows what is heard.

    Between two reports of the sound card the computer's clock fills in; it is drawn gently to
    what the card says, so that pictures neither jump nor drift.
    """

    def __init__(self, pcm: Pcm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pcm = pcm
        form = QAudioFormat()
        form.setSampleRate(pcm.rate)
        form.setChannelCount(pcm.channels)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._sink = QAudioSink(QMediaDevices.defaultAudioOutput(), form, self)
        self._data = QByteArray(pcm.samples)
        self._buffer = QBuffer(self._data, self)
        self._at = 0.0
        self._since = 0.0

    def set_mute(self, *, on: bool) -> None:
        """Play silently, or aloud."""
        self._sink.setVolume(0.0 if on else 1.0)

    def start(self, at_s: float) -> None:
        """Play from a place of the board."""
        self._sink.reset()
        self._buffer.close()
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        frame = self._pcm.channels * 2
        self._buffer.seek(min(round(at_s * self._pcm.rate) * frame, self._data.size()))
        self._at = at_s
        self._since = monotonic()
        self._sink.start(self._buffer)

    def stop(self) -> None:
        """Be quiet."""
        self._sink.stop()

    def now(self) -> float:
        """The place of the board that is heard now, in seconds."""
        due = self._at + monotonic() - self._since
        heard = self._heard()
        if heard is not None:
            self._since += (due - heard) * _CORRECTION
        return due

    def _heard(self) -> float | None:
        """What the card says, while it is really playing."""
        if self._sink.state() != QtAudio.State.ActiveState:
            return None
        waiting = (self._sink.bufferSize() - self._sink.bytesFree()) / self._pcm.per_second
        played = self._sink.processedUSecs() / 1e6 - waiting
        return self._at + played if played > 0 else None
