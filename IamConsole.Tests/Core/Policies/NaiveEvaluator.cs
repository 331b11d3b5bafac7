using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IamConsole.Tests.Core.Policies;

/// <summary>
/// A second evaluator, written from the User Guide's sentences on plain JSON and regular expressions, slow and simple:
/// the product's must agree with it on random policies.
/// </summary>
internal static class NaiveEvaluator
{
    public static string Decide(IEnumerable<JsonObject> policies, string action, string resource, Dictionary<string, string[]> keys)
    {
        var matching = policies.SelectMany(p => p["Statement"]!.AsArray()).Select(s => s!.AsObject())
            .Where(s => Applies(s, action, resource, keys)).Select(s => s["Effect"]!.GetValue<string>()).ToList();
        return matching.Contains("Deny") ? "ExplicitDeny" : matching.Contains("Allow") ? "Allowed" : "ImplicitDeny";
    }

    private static bool Applies(JsonObject statement, string action, string resource, Dictionary<string, string[]> keys)
    {
        if (statement["Action"] is { } actions && !List(actions).Any(a => Glob(a, action, RegexOptions.IgnoreCase))) return false;
        if (statement["NotAction"] is { } notActions && List(notActions).Any(a => Glob(a, action, RegexOptions.IgnoreCase))) return false;
        if (statement["Resource"] is { } resources && !List(resources).Any(r => Fill(r, keys) is { } p && Glob(p, resource))) return false;
        if (statement["NotResource"] is { } notResources && List(notResources).Any(r => Fill(r, keys) is { } p && Glob(p, resource))) return false;
        var isAllow = statement["Effect"]!.GetValue<string>() == "Allow";
        if (isAllow && statement["NotResource"] is { } except && List(except).Any(r => Fill(r, keys) is null)) return false;
        return (statement["Condition"]?.AsObject() ?? []).All(
            op => op.Value!.AsObject().All(key => Holds(op.Key, key.Key, List(key.Value!), keys)
                && !(isAllow && IsOwedToNothing(op.Key, key.Key, List(key.Value!), keys))));
    }

    // Whether it could hold only because a variable has no value: "not that", or "that, if there is a key".
    private static bool IsOwedToNothing(string op, string key, string[] wanted, Dictionary<string, string[]> keys) =>
        op != "Null" && wanted.Any(w => Fill(w, keys) is null) && (op.Contains("Not", StringComparison.Ordinal) || keys.GetValueOrDefault(key) is null or []);

    private static bool Holds(string op, string key, string[] wanted, Dictionary<string, string[]> keys)
    {
        var found = keys.GetValueOrDefault(key) ?? [];
        if (op == "Null") return wanted.Contains(found.Length == 0 ? "true" : "false");
        var all = op.StartsWith("ForAllValues:", StringComparison.Ordinal);
        var any = op.StartsWith("ForAnyValue:", StringComparison.Ordinal);
        var name = op[(op.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var ifExists = name.EndsWith("IfExists", StringComparison.Ordinal);
        if (ifExists) name = name[..^"IfExists".Length];
        var negated = name.Contains("Not", StringComparison.Ordinal);
        if (found.Length == 0) return ifExists || all || !any && negated;
        bool One(string value) => wanted.Any(w => Compare(name.Replace("Not", "", StringComparison.Ordinal), value, w, keys)) != negated;
        return all ? found.All(One) : found.Any(One);
    }

    private static bool Compare(string op, string value, string wanted, Dictionary<string, string[]> keys) => op switch
    {
        "StringEquals" => value == Fill(wanted, keys),
        "StringEqualsIgnoreCase" => string.Equals(value, Fill(wanted, keys), StringComparison.OrdinalIgnoreCase),
        "StringLike" => Fill(wanted, keys) is { } p && Glob(p, value),
        "ArnLike" or "ArnEquals" => wanted.Split(':').Length == value.Split(':').Length
            && wanted.Split(':').Zip(value.Split(':')).All(p => Glob(p.First, p.Second)),
        "Bool" => string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase),
        "NumericEquals" => Number(value) == Number(wanted),
        "NumericLessThan" => Number(value) < Number(wanted),
        "NumericGreaterThanEquals" => Number(value) >= Number(wanted),
        "DateLessThan" => Date(value) < Date(wanted),
        "DateGreaterThan" => Date(value) > Date(wanted),
        "IpAddress" => IPNetwork.Parse(wanted).Contains(IPAddress.Parse(value)),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, null),
    };

    private static string? Fill(string text, Dictionary<string, string[]> keys)
    {
        var missing = false;
        var filled = Regex.Replace(text, @"\$\{([^},]+)(, '([^']*)')?\}", m =>
        {
            if (keys.GetValueOrDefault(m.Groups[1].Value) is [var value]) return value;
            if (m.Groups[2].Success) return m.Groups[3].Value;
            missing = true;
            return "";
        });
        return missing ? null : filled;
    }

    private static bool Glob(string pattern, string text, RegexOptions options = RegexOptions.None) => Regex.IsMatch(
        text, @"\A" + Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal) + @"\z",
        options | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static string[] List(JsonNode node) =>
        node is JsonArray many ? [.. many.Select(n => n!.GetValue<string>())] : [node.GetValue<string>()];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Date(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
