using System.Diagnostics;
using System.Globalization;
using System.Text;
using IamConsole.Core.Consignments;
using IamConsole.Core.SeedFiles;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.Core.SeedFiles;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Scale;

/// <summary>
/// A vendor's file of any size through the dry run and into the stock, made while it is read: rows per second and memory in the
/// test's output, no timed assertion. CONSIGNMENT_ROWS=100000 for more.
/// </summary>
public sealed class ConsignmentFigures(ITestOutputHelper output)
{
    private static readonly int Rows = int.Parse(Environment.GetEnvironmentVariable("CONSIGNMENT_ROWS") ?? "3000", CultureInfo.InvariantCulture);
    private static readonly byte[] Key = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    [Theory, BothDatabases]
    public Task A_CSV_file(DatabaseKind database) => MeasureAsync(
        database, "CSV", "serial number,secret key,manufacturer,model,expires on\n",
        i => FormattableString.Invariant($"HT-{i:D8},GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ,Thales,OTP Token,2031-07-31\n"), "");

    [Theory, BothDatabases]
    public Task A_PSKC_file_with_encryption_and_MAC(DatabaseKind database)
    {
        byte[] macKey = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];
        var cipher = PskcText.Cbc(Key, PskcText.Seed);
        var secret = PskcText.Encrypted(cipher, PskcText.Aes128, System.Security.Cryptography.HMACSHA256.HashData(macKey, cipher));
        var container = PskcText.Container(PskcText.PreShared + PskcText.MacMethod(PskcText.Cbc(Key, macKey), PskcText.HmacSha256));
        return MeasureAsync(
            database, "PSKC, AES-CBC and MAC", container.Replace("</KeyContainer>", "", StringComparison.Ordinal),
            i => PskcText.Package(secret, FormattableString.Invariant($"HT-{i:D8}")), "</KeyContainer>");
    }

    private async Task MeasureAsync(DatabaseKind database, string form, string head, Func<int, string> row, string tail)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (_, root) = await iam.SignedInRootAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var largest = 0L;
        await using var file = new TextStream(Enumerable.Range(0, Rows + 2).Select(i => i == 0 ? head : i <= Rows ? row(i) : tail));
        var watch = Stopwatch.StartNew();
        var read = (await iam.Get<ReadConsignment>().RunAsync(
            root.Caller, file, new ConsignmentWish("file", null, null, null), new SeedFileOptions { PreSharedKey = [.. Key], MaxBytes = long.MaxValue },
            _ =>
            {
                largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: false) - before);
                return Task.CompletedTask;
            }, IamScenario.Ct)).Ok();
        var reading = watch.Elapsed.TotalSeconds;
        (await iam.Get<ImportConsignment>().RunAsync(root.Caller, read.Id, allOrNothing: true, IamScenario.Ct)).Ok();
        watch.Restart();
        await iam.RunJobsAsync();
        output.WriteLine(FormattableString.Invariant(
            $"{database}, {form}, {Rows:N0} rows: dry run {Rows / reading:N0}/s, import {Rows / watch.Elapsed.TotalSeconds:N0}/s, heap at most {largest / 1048576.0:N0} MiB more, {Environment.WorkingSet >> 20} MiB in all"));
        Assert.Equal(Rows, await iam.ReadAsync(db => db.HardwareTokens.CountAsync()));
    }

    private sealed class TextStream(IEnumerable<string> parts) : Stream
    {
        private readonly IEnumerator<string> _parts = parts.GetEnumerator();
        private ReadOnlyMemory<byte> _now;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            while (_now.IsEmpty)
            {
                if (!_parts.MoveNext()) return 0;
                _now = Encoding.UTF8.GetBytes(_parts.Current);
            }

            var length = Math.Min(count, _now.Length);
            _now[..length].Span.CopyTo(buffer.AsSpan(offset));
            _now = _now[length..];
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
