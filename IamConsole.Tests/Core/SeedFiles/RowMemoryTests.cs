using System.Text;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>Memory is bounded by the row: whatever never ends, the reading does, after a few buffers.</summary>
public sealed class RowMemoryTests
{
    private const string Header = "serial number,secret key\n";
    private const int Patience = 1 << 20;

    public static TheoryData<string, string> Endless => new()
    {
        { Header, "," },
        { Header, "\"\n\"," },
        { Header, "\"a\"\"\n\"," },
        { Header, "x," },
        { Header, "x" },
        { Header, "\"" },
        { "serial number,secret key,", "," },
        { "serial number,secret key,", "a," },
        { "tok1,3132333435363738393031323334353637383930,totp\n", "," },
        { "tok1,3132333435363738393031323334353637383930,totp\n", "x" },
        { "serial: S-1\n", "a=b;" },
        { "serial: S-1\n", "x: y" },
        { "<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc'><KeyPackage Id='", "a" },
        { "<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc'><KeyPackage ", "a='b' " },
        { "<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc'><KeyPackage>", "a" },
        { "<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc'><!--", "a" },
        { "<Tokens><Token serial='S-1'><Seed>", "A" },
    };

    [Theory, MemberData(nameof(Endless))]
    public async Task A_row_without_end_is_refused_after_a_few_buffers(string head, string part)
    {
        await using var stream = new EndlessStream(head, part);

        await Assert.ThrowsAsync<SeedFileException>(() => ReadAsync(stream));

        Assert.InRange(stream.Given, 1, Patience);
    }

    [Fact]
    public async Task Thousands_of_elements_with_large_attributes_are_one_part_that_is_too_long()
    {
        var large = $"<Extra a='{new string('x', 60_000)}'/>";
        await using var stream = new EndlessStream("<KeyContainer xmlns='urn:ietf:params:xml:ns:keyprov:pskc'><KeyPackage>", large);

        Assert.Equal(SeedFileFault.TooComplex, (await Assert.ThrowsAsync<SeedFileException>(() => ReadAsync(stream))).Fault);

        Assert.InRange(stream.Given, 1, 2 * Patience);
    }

    [Fact]
    public async Task A_long_row_that_ends_is_refused_alone_and_the_rest_goes_on()
    {
        var file = await SeedReading.OfAsync(Header + "x" + new string(',', 40_000) + "y\ntok2,234567ABCDEFGHIJKLMNOPQRSTUVWXYZ\n");

        Assert.Equal((2, "tok2"), (file.Rows.Count, file.Rows[1].Record!.Serial));
    }

    private static async Task ReadAsync(Stream stream)
    {
        await using var file = await SeedFile.OpenAsync(stream, new SeedFileOptions(), TestContext.Current.CancellationToken);
        await foreach (var row in file.ReadRowsAsync(TestContext.Current.CancellationToken)) Assert.NotNull(row);
    }

    private sealed class EndlessStream(string head, string part) : MemoryStream
    {
        private readonly byte[] _part = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, Math.Max(1, 4096 / part.Length))));
        private ReadOnlyMemory<byte> _now = Encoding.UTF8.GetBytes(head);

        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_now.IsEmpty) _now = _part;
            var length = Math.Min(buffer.Length, _now.Length);
            _now.Span[..length].CopyTo(buffer.Span);
            _now = _now[length..];
            Given += length;
            return new(length);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
