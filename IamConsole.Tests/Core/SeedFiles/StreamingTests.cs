using System.Text;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>A file of any size goes through in the same memory.</summary>
public sealed class StreamingTests
{
    private const int Megabytes = 48;
    private const int Ahead = 512 << 10;

    [Theory]
    [InlineData("csv")]
    [InlineData("pskc")]
    public async Task Tens_of_megabytes_are_read_with_a_few_in_memory(string form)
    {
        var (head, row, tail) = form == "csv"
            ? ("serial number,secret key\n", "T1,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" + new string(' ', 400) + "\n", "")
            : (PskcText.Container("").Replace("</KeyContainer>", "", StringComparison.Ordinal), PskcText.Package() + "<!-- " + new string('x', 600) + "-->\n", "</KeyContainer>");
        await using var stream = new RepeatingStream(head, row, tail, (Megabytes << 20) / row.Length);
        await using var file = await SeedFile.OpenAsync(stream, new SeedFileOptions(), TestContext.Current.CancellationToken);
        var (rows, early) = (0, new List<WeakReference>());
        await foreach (var read in file.ReadRowsAsync(TestContext.Current.CancellationToken))
        {
            Assert.NotNull(read.Record);
            if (early.Count < 1_000) early.Add(new WeakReference(read.Record));

            // Never further ahead than its buffers, whatever the size of the file.
            Assert.InRange(stream.BytesRead, (long)rows * row.Length, (long)(rows + 1) * row.Length + head.Length + Ahead);
            rows++;
        }

        Assert.Equal((Megabytes << 20) / row.Length, rows);

        // And next to nothing is held of what was read: other tests run beside this one, so the heap's size would not tell.
        GC.Collect();
        Assert.InRange(early.Count(record => record.IsAlive), 0, 20);
    }

    [Fact]
    public async Task A_stream_that_gives_one_byte_at_a_time_is_read_all_the_same()
    {
        await using var stream = new RepeatingStream(PskcText.Container("").Replace("</KeyContainer>", "", StringComparison.Ordinal), PskcText.Package(), "</KeyContainer>", 3) { Step = 1 };
        await using var file = await SeedFile.OpenAsync(stream, new SeedFileOptions(), TestContext.Current.CancellationToken);
        var rows = 0;
        await foreach (var row in file.ReadRowsAsync(TestContext.Current.CancellationToken)) rows += row.Record is null ? 0 : 1;
        Assert.Equal(3, rows);
    }

    private sealed class RepeatingStream(string head, string row, string tail, int rows) : Stream
    {
        private readonly byte[] _row = Encoding.UTF8.GetBytes(row);
        private readonly byte[] _tail = Encoding.UTF8.GetBytes(tail);
        private ReadOnlyMemory<byte> _now = Encoding.UTF8.GetBytes(head);
        private int _left = rows + 1;

        public int Step { get; init; } = int.MaxValue;

        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        // An upload cannot be read synchronously.
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Take(buffer.AsSpan(offset, count)));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Take(buffer.Span));

        private int Take(Span<byte> buffer)
        {
            if (_now.IsEmpty && _left > 0) _now = --_left > 0 ? _row : _tail;
            var length = Math.Min(Math.Min(buffer.Length, _now.Length), Step);
            _now.Span[..length].CopyTo(buffer);
            _now = _now[length..];
            BytesRead += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
