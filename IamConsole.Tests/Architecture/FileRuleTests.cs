namespace IamConsole.Tests.Architecture;

public sealed class FileRuleTests
{
    private static readonly IReadOnlyList<SourceFile> All = SourceTree.Files(".cs", ".razor");

    public static TheoryData<string, string, string> BadFiles => new()
    {
        { nameof(FileRules.TooLong), "IamConsole.Core/A/B.cs", new string('\n', 201) },
        { nameof(FileRules.TooLong), "IamConsole.Web/A/B.razor", new string('\n', 121) },
        { nameof(FileRules.TooLong), "IamConsole.Web/A/B.razor.cs", new string('\n', 151) },
        { nameof(FileRules.WrongNamespace), "IamConsole.Core/A/B.cs", "namespace IamConsole.Core.C;" },
        { nameof(FileRules.SeveralTypes), "IamConsole.Core/A/B.cs", "public sealed class B\n{\n}\ninternal sealed class C\n{\n}\n" },
        { nameof(FileRules.InlineStyleOrScript), "IamConsole.Web/A/B.razor", "<p style=\"color:red\">" },
        { nameof(FileRules.InlineStyleOrScript), "IamConsole.Web/A/B.razor", "<p style='color:red'>" },
        { nameof(FileRules.InlineStyleOrScript), "IamConsole.Web/A/B.razor", "<MudText Style=\"x\">" },
        { nameof(FileRules.InlineStyleOrScript), "IamConsole.Web/A/B.razor", "<MudText\n    Style=@x>" },
        { nameof(FileRules.InlineStyleOrScript), "IamConsole.Web/A/B.razor", "<script>alert(1)</script>" },
        { nameof(FileRules.InlineStyleOrScript), "IamConsole.Web/A/B.razor", "<a onclick=\"x()\">" },
        { nameof(FileRules.Unfinished), "IamConsole.Core/A/B.cs", "    #pragma warning disable CA1000" },
        { nameof(FileRules.Unfinished), "IamConsole.Core/A/B.cs", "// TO" + "DO later" },
        { nameof(FileRules.Sleeps), "IamConsole.Tests/A/B.cs", "await Task." + "Delay(5);" },
        { nameof(FileRules.KeyThatMayRepeat), "IamConsole.Web/A/B.razor", "@foreach (var message in Shown)\n{\n<p @key=\"message\">x</p>\n}" },
        { nameof(FileRules.KeyThatMayRepeat), "IamConsole.Web/A/B.razor", "@foreach (var item in Items)\n{\n<p @key=\"item.Title\">x</p>\n}" },
        { nameof(FileRules.DeafToLeaving), "IamConsole.Web/A/B.razor.cs", "await Users.RunAsync(caller, CancellationToken.None);" },
        { nameof(FileRules.DeafToLeaving), "IamConsole.Web/A/B.cs", "public sealed class B : ComponentBase\n{\n    catch (ObjectDisposedException)" },
        { nameof(FileRules.DeafToLeaving), "IamConsole.Web/A/B.razor", "using var timer = new PeriodicTimer(Look, Clock);" },
        { nameof(FileRules.PullsBack), "IamConsole.Web/A/B.razor.cs", "await Save.RunAsync(caller, ToTheEnd);\nNavigation.NavigateTo(List);" },
    };

    [Fact]
    public void No_file_is_longer_than_the_house_allows() => AssertHolds(nameof(FileRules.TooLong), FileRules.TooLong, All);

    [Fact]
    public void The_median_file_of_the_product_has_at_most_45_lines()
    {
        var lines = All.Where(f => !f.Path.StartsWith("IamConsole.Tests", StringComparison.Ordinal))
            .Select(f => f.Lines).Order().ToList();
        Assert.InRange(lines[lines.Count / 2], 1, 45);
    }

    [Fact]
    public void A_namespace_is_its_folder() => AssertHolds(nameof(FileRules.WrongNamespace), FileRules.WrongNamespace, All);

    [Fact]
    public void A_file_holds_one_type() => AssertHolds(nameof(FileRules.SeveralTypes), FileRules.SeveralTypes, All);

    [Fact]
    public void Pages_have_no_inline_style_or_script() => AssertHolds(
        nameof(FileRules.InlineStyleOrScript), FileRules.InlineStyleOrScript, SourceTree.Files(".razor"));

    [Fact]
    public void Nothing_is_silenced_or_put_off() => AssertHolds(nameof(FileRules.Unfinished), FileRules.Unfinished, All);

    [Fact]
    public void Nothing_that_is_repeated_has_a_key_that_may_repeat() => AssertHolds(
        nameof(FileRules.KeyThatMayRepeat), FileRules.KeyThatMayRepeat, SourceTree.Files(".razor"));

    [Fact]
    public void Pages_and_parts_leave_it_to_their_frame_to_be_left() => AssertHolds(
        nameof(FileRules.DeafToLeaving), FileRules.DeafToLeaving, All);

    [Fact]
    public void Pages_that_were_left_lead_nobody_away() => AssertHolds(nameof(FileRules.PullsBack), FileRules.PullsBack, All);

    [Fact]
    public void Tests_do_not_sleep() => AssertHolds(nameof(FileRules.Sleeps), FileRules.Sleeps, All);

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Each_rule_goes_red(string rule, string path, string text)
    {
        var check = typeof(FileRules).GetMethod(rule)!.CreateDelegate<Func<SourceFile, string?>>();
        Assert.StartsWith(path + ": ", check(new SourceFile(path, text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script type=\"module\" src=\"@Assets[\"signin.js\"]\"></script>")]
    [InlineData("<Button OnClick=\"Go\" /><p class=\"x\" @onclick=\"Go\">a style = b</p>")]
    public void The_rule_against_inline_style_lets_files_and_handlers_of_Blazor_pass(string text) =>
        Assert.Null(FileRules.InlineStyleOrScript(new SourceFile("IamConsole.Web/A/B.razor", text)));

    private static void AssertHolds(string rule, Func<SourceFile, string?> check, IReadOnlyList<SourceFile> files)
    {
        // A rule that sees no file guards nothing.
        Assert.True(files.Count > 50, $"Only {files.Count} files under {SourceTree.Root}.");
        House.AssertHolds(rule, files.Select(check).OfType<string>());
    }
}
