using System.Text;

namespace IamConsole.Core.SeedFiles.Input;

/// <summary>
/// Bytes that are no UTF-8 stand for one character each, as in Windows-1252, of which Latin-1 is a part but for control
/// characters that no file of people has. Serial numbers and secret keys are ASCII either way.
/// </summary>
internal sealed class WesternFallback : DecoderFallback
{
    // 0x80 to 0x9F; what is not assigned stays a control character, which refuses the row.
    private const string Upper = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private byte[] _bytes = [];
        private int _next;

        public override int Remaining => _bytes.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_bytes, _next) = (bytesUnknown, 0);
            return bytesUnknown.Length > 0;
        }

        public override char GetNextChar()
        {
            if (_next >= _bytes.Length) return '\0';
            var value = _bytes[_next++];
            return value is >= 0x80 and <= 0x9F ? Upper[value - 0x80] : (char)value;
        }

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset() => (_bytes, _next) = ([], 0);
    }
}
