using System.CommandLine;
using IamConsole.Core.SeedFiles;

namespace IamConsole.Web.Operator;

/// <summary>What the operator says about a CSV file that does not say it itself.</summary>
internal static class SeedFileColumns
{
    /// <summary><c>--column "OTP Hash=algorithm"</c>, or <c>"Colour="</c> to leave one out; any number of times.</summary>
    public static Option<string[]> Columns()
    {
        var option = new Option<string[]>("--column")
        {
            Description = "Of a column that is not known, NAME=OURS, or NAME= to leave it out. Ours are: "
                + string.Join(", ", Enum.GetValues<SeedColumn>().Select(SeedColumns.Name)) + ".",
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!TryRead(token.Value, out _, out _)) result.AddError($"--column takes NAME=OURS with one of our columns, or NAME=; not {token.Value}.");
            }
        });
        return option;
    }

    /// <summary><c>--secrets hex</c> or <c>--secrets base32</c>.</summary>
    public static Option<string?> Secrets()
    {
        var option = new Option<string?>("--secrets") { Description = "How secret keys are written, where a key could be hexadecimal and Base32." };
        option.AcceptOnlyFromAmong("hex", "base32");
        return option;
    }

    /// <summary>The columns for the reader.</summary>
    public static IReadOnlyDictionary<string, SeedColumn?> Read(IEnumerable<string>? said)
    {
        var columns = new Dictionary<string, SeedColumn?>(StringComparer.Ordinal);
        foreach (var text in said ?? [])
        {
            if (TryRead(text, out var name, out var column)) columns[name] = column;
        }

        return columns;
    }

    /// <summary>The encoding for the reader.</summary>
    public static SecretEncoding? Encoding(string? said) => said switch
    {
        "hex" => SecretEncoding.Hexadecimal,
        "base32" => SecretEncoding.Base32,
        _ => null,
    };

    private static bool TryRead(string text, out string name, out SeedColumn? column)
    {
        (name, column) = ("", null);
        var equals = text.LastIndexOf('=');
        if (equals <= 0) return false;
        name = text[..equals];
        column = SeedColumns.Find(text[(equals + 1)..]);
        return column is not null || string.IsNullOrWhiteSpace(text[(equals + 1)..]);
    }
}
