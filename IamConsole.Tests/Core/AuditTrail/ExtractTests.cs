using System.Text.Json.Nodes;
using IamConsole.Core.AuditTrail;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.AuditTrail;

/// <summary>An extract proves its events with a public key alone, and shows nobody else's.</summary>
public sealed class ExtractTests
{
    [Theory, BothDatabases]
    public async Task An_extract_is_checked_without_the_database_and_holds_other_rows_only_as_digests(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "alice");
        var (other, stranger) = await iam.SignedInRootAsync();
        await iam.UserAsync(other, stranger, "mallory");
        await iam.UserAsync(account, root, "bob");

        var extract = await iam.ExportAsync(root, ExportFormat.Extract, new EventFilter(EventName: "CreateUser"));

        var publicKey = iam.Get<AuditFiles>().PublicKey;
        var verdict = await VerifyAsync(extract, publicKey);
        Assert.Equal((true, 2L), (verdict.IsGood, verdict.Extract!.Events));
        Assert.True((await VerifyAsync(extract)).IsGood);
        Assert.Contains("alice", extract, StringComparison.Ordinal);
        Assert.Contains("bob", extract, StringComparison.Ordinal);
        Assert.DoesNotContain("mallory", extract, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Id, extract, StringComparison.Ordinal);
        Assert.DoesNotContain(File.ReadAllText(Path.Combine(iam.AuditFolder.FullName, "chain.key")).Trim(), extract, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", extract, StringComparison.Ordinal);

        await using var another = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        Assert.Contains("not of this key", (await VerifyAsync(extract, another.Get<AuditFiles>().PublicKey)).Fault, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task One_event_is_proven_up_to_the_next_checkpoint_only(DatabaseKind database)
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(database);
        await iam.CheckpointAsync();
        var (_, root) = await iam.SignedInRootAsync();
        var first = (await iam.TrailAsync()).First(e => e.AccountId == iam.PersonOf(root).AccountId).Sequence;
        await iam.CheckpointAsync();
        var (account, _) = (iam.PersonOf(root).AccountId, 0);
        for (var i = 0; i < 3; i++) await iam.AccountWithRootAsync();

        var lines = (await iam.ExportAsync(root, ExportFormat.Extract, sequence: first)).TrimEnd('\n').Split('\n');

        Assert.Equal((account, first), (JsonNode.Parse(lines[1])!["row"]!["event"]!["accountId"]!.ToString(), (long)JsonNode.Parse(lines[1])!["row"]!["sequence"]!));
        Assert.Equal(4 + 2, lines.Length);
        Assert.True((await VerifyAsync(string.Join('\n', lines))).IsGood);
    }

    [Fact]
    public async Task Whatever_is_altered_in_an_extract_it_is_refused()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "erin");
        await iam.UserAsync(account, root, "frank");
        var extract = await iam.ExportAsync(root, ExportFormat.Extract, new EventFilter(EventName: "CreateUser"));
        var lines = extract.TrimEnd('\n').Split('\n');
        var shown = Enumerable.Range(1, lines.Length - 2).First(i => lines[i].Contains("\"event\"", StringComparison.Ordinal));
        Assert.True((await VerifyAsync(extract)).IsGood);

        // Each member of each line, each line left out, twice or moved, and lines that are no JSON.
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var altered in AlteredMembers(lines[i])) await RefusedAsync(lines[..i].Append(altered).Concat(lines[(i + 1)..]), altered);
            await RefusedAsync(lines[..i].Concat(lines[(i + 1)..]), $"without line {i}");
            await RefusedAsync(lines[..i].Append(lines[i]).Concat(lines[i..]), $"line {i} twice");
            if (i > 0) await RefusedAsync(lines[..(i - 1)].Append(lines[i]).Append(lines[i - 1]).Concat(lines[(i + 1)..]), $"line {i} moved");
            await RefusedAsync(lines[..i].Append("{").Concat(lines[(i + 1)..]), "broken");
        }

        var twice = lines[shown].Replace("\"eventName\":\"CreateUser\"", "\"eventName\":\"DeleteUser\",\"eventName\":\"CreateUser\"", StringComparison.Ordinal);
        Assert.NotEqual(lines[shown], twice);
        await RefusedAsync(lines[..shown].Append(twice).Concat(lines[(shown + 1)..]), "a member twice");
        await RefusedAsync([], "nothing");
    }

    [Fact]
    public async Task An_extract_of_the_former_format_is_still_read_and_a_mixture_is_not()
    {
        await using var iam = await TamperingTests.TrailOfEightAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserAsync(account, root, "erin");
        var lines = (await iam.ExportAsync(root, ExportFormat.Extract, new EventFilter(EventName: "CreateUser"))).Split('\n');
        string With(string format, bool when)
        {
            var first = JsonNode.Parse(lines[0])!;
            first["header"]!["format"] = format;
            if (when) first["header"]!["exportedAt"] = "2026-03-02T08:00:05+00:00";
            return string.Join('\n', lines[1..].Prepend(first.ToJsonString()));
        }

        Assert.True((await VerifyAsync(With("iam-console-audit-extract/1", when: true))).IsGood);
        Assert.False((await VerifyAsync(With("iam-console-audit-extract/1", when: false))).IsGood);
        Assert.False((await VerifyAsync(With("iam-console-audit-extract/2", when: true))).IsGood);
        Assert.False((await VerifyAsync(With("iam-console-audit-extract/3", when: false))).IsGood);
    }

    private static IEnumerable<string> AlteredMembers(string line)
    {
        foreach (var path in Leaves(JsonNode.Parse(line)!).Select(n => n.GetPath()).ToList())
        {
            var copy = JsonNode.Parse(line)!;
            var leaf = Leaves(copy).Single(n => n.GetPath() == path);
            leaf.ReplaceWith(leaf.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.Number => JsonValue.Create((long)leaf + 1),
                System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
                System.Text.Json.JsonValueKind.False => JsonValue.Create(true),
                _ => JsonValue.Create(Other(leaf.ToString())),
            });
            yield return copy.ToJsonString();
        }
    }

    // A digit or letter in the middle becomes another, so that hexadecimal stays such and a time stays a time.
    private static string Other(string text)
    {
        var at = Enumerable.Range(text.Length / 3, text.Length - (text.Length / 3)).First(i => char.IsAsciiLetterOrDigit(text[i]));
        return text[..at] + (text[at] == '1' ? '2' : '1') + text[(at + 1)..];
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject parts => parts.Where(p => p.Value is not null).SelectMany(p => Leaves(p.Value!)),
        _ => [node],
    };

    private static async Task RefusedAsync(IEnumerable<string> lines, string what) =>
        Assert.False((await VerifyAsync(string.Join('\n', lines))).IsGood, what);

    private static Task<AuditVerdict> VerifyAsync(string extract, string? publicKey = null) =>
        VerifyExtract.RunAsync(new StringReader(extract), publicKey, IamScenario.Ct);
}
