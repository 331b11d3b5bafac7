using System.Text;

namespace IamConsole.Core.SeedFiles.Text;

/// <summary>Lines of bounded length.</summary>
internal sealed class LineReader(TextReader text, int longest)
{
    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _line = new();
    private int _next;
    private int _end;
    private bool _afterReturn;

    /// <summary>The number of the last line read, from 1.</summary>
    public int Number { get; private set; }

    public async ValueTask<string?> ReadAsync(CancellationToken ct)
    {
        _line.Clear();
        while (true)
        {
            if (_next == _end)
            {
                _end = await text.ReadAsync(_buffer, ct);
                _next = 0;
                if (_end == 0) return _line.Length == 0 ? null : Take();
            }

            if (_afterReturn && _buffer[_next] == '\n') _next++;
            _afterReturn = false;
            var rest = _buffer.AsSpan(_next, _end - _next);
            var stop = rest.IndexOfAny('\r', '\n');
            var part = stop < 0 ? rest : rest[..stop];
            if (_line.Length + part.Length > longest) throw FileFaults.TooLong(Number + 1);
            _line.Append(part);
            _next += part.Length;
            if (stop < 0) continue;
            _afterReturn = rest[stop] == '\r';
            _next++;
            return Take();
        }
    }

    private string Take()
    {
        Number++;
        return _line.ToString();
    }
}
