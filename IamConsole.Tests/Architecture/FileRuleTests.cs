namespace IamConsole.Tests.Architecture;

public sealed class FileRuleTests
{
    [Fact]
    public void No_file_is_longer_than_the_house_allows() => AssertNone(SourceTree.Files(".cs", ".razor"), FileRules.TooLong);

    [Fact]
    public void The_median_file_of_the_product_has_at_most_45_lines()
    {
        var lines = SourceTree.Files(".cs", ".razor").Where(f => !f.Path.StartsWith("IamConsole.Tests", StringComparison.Ordinal))
            .Select(f => f.Lines).Order().ToList();
        Assert.InRange(lines[lines.Count / 2], 1, 45);
    }

    [Fact]
    public void A_namespace_is_its_folder() => AssertNone(SourceTree.Files(".cs"), FileRules.WrongNamespace);

    [Fact]
    public void A_file_holds_one_type() => AssertNone(SourceTree.Files(".cs"), FileRules.SeveralTypes);

    [Fact]
    public void Classes_are_sealed_unless_made_to_be_derived_from() => AssertNone(SourceTree.Files(".cs"), FileRules.NotSealed);

    [Fact]
    public void Pages_have_no_inline_style_or_script() => AssertNone(SourceTree.Files(".razor"), FileRules.InlineStyleOrScript);

    [Theory]
    [InlineData("IamConsole.Web/A/B.razor", "<p style=\"color:red\">")]
    [InlineData("IamConsole.Web/A/B.razor", "<MudText Style=\"x\">")]
    [InlineData("IamConsole.Web/A/B.razor", "<script>alert(1)</script>")]
    public void The_rule_against_inline_style_goes_red(string path, string text) =>
        Assert.NotNull(FileRules.InlineStyleOrScript(new SourceFile(path, text)));

    [Fact]
    public void The_other_rules_go_red()
    {
        Assert.NotNull(FileRules.TooLong(new SourceFile("IamConsole.Core/A/B.cs", new string('\n', 201))));
        Assert.NotNull(FileRules.TooLong(new SourceFile("IamConsole.Web/A/B.razor", new string('\n', 121))));
        Assert.NotNull(FileRules.WrongNamespace(new SourceFile("IamConsole.Core/A/B.cs", "namespace IamConsole.Core.C;")));
        Assert.NotNull(FileRules.SeveralTypes(new SourceFile("IamConsole.Core/A/B.cs", "public sealed class B\n{\n}\ninternal sealed class C\n{\n}\n")));
        Assert.NotNull(FileRules.NotSealed(new SourceFile("IamConsole.Core/A/B.cs", "public class B\n{\n}\n")));
    }

    private static void AssertNone(IEnumerable<SourceFile> files, Func<SourceFile, string?> rule) =>
        Assert.Empty(files.Select(rule).OfType<string>());
}
