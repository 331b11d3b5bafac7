using System.Text.RegularExpressions;

namespace IamConsole.Tests.Architecture;

/// <summary>A newcomer finds what raises a bounded test without reading all of them.</summary>
public sealed partial class TestingDocTests
{
    [Fact]
    public void Every_setting_of_the_tests_stands_in_their_documentation()
    {
        var documentation = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "testing.md"));
        var settings = SourceTree.Files(".cs").Where(file => file.Path.StartsWith("IamConsole.Tests/", StringComparison.Ordinal))
            .SelectMany(file => Setting().Matches(file.Text)).Select(match => match.Groups[1].Value).Distinct().Except(["PATH"]).ToList();

        Assert.NotEmpty(settings);
        Assert.All(settings, setting => Assert.Contains(setting, documentation, StringComparison.Ordinal));
    }

    [GeneratedRegex("(?:GetEnvironmentVariable|Set)\\(\"([A-Z_]+)\"")]
    private static partial Regex Setting();
}
