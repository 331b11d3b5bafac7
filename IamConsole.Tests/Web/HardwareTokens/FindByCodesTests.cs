using Bunit;
using IamConsole.Core.Accounts;
using IamConsole.Core.HardwareTokens;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.HardwareTokens;

namespace IamConsole.Tests.Web.HardwareTokens;

public sealed class FindByCodesTests
{
    [Fact]
    public async Task A_token_is_found_by_codes_typed_when_each_was_shown_and_its_page_is_offered()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-2");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var dialog = Open(web);

        dialog.FindAll("#find-token input")[0].Input(token.Code());
        iam.Clock.Advance(TimeSpan.FromSeconds(30));
        dialog.FindAll("#find-token input")[1].Input(token.Code());
        iam.Clock.Advance(TimeSpan.FromMinutes(2));
        await dialog.Find("#find-token").SubmitAsync();

        dialog.WaitForAssertion(() => Assert.Equal("/hardware-tokens/HT-2", dialog.Find("tbody a").GetAttribute("href")));
        Assert.Contains("2 tokens were searched.", dialog.Markup, StringComparison.Ordinal);
        Button(dialog, "Search again").Click();
        Assert.Equal(2, dialog.FindAll("#find-token input").Count);
    }

    [Fact]
    public async Task Errors_stand_at_their_fields_and_a_spent_budget_above_the_form()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        var token = await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        for (var i = 0; i < 10; i++) (await iam.Get<FindTokenByCodes>().RunAsync(root.Caller, token.LastTwoCodes(), null, IamScenario.Ct)).Ok();
        await using var web = await SignedInContext.OfAsync(iam, root);
        var dialog = Open(web);

        await dialog.Find("#find-token").SubmitAsync();
        dialog.WaitForAssertion(() => Assert.Contains(HardwareTokenErrors.FirstCodeForm.Message, dialog.Find("#find-token .field-error").TextContent, StringComparison.Ordinal));
        dialog.FindAll("#find-token input")[0].Input("000000");
        dialog.FindAll("#find-token input")[1].Input("111111");
        await dialog.Find("#find-token").SubmitAsync();

        dialog.WaitForAssertion(() => Assert.Contains("searched by codes too often", dialog.Find(".alert-error").TextContent, StringComparison.Ordinal));
        Button(dialog, "Cancel").Click();
        Assert.Empty(dialog.FindAll("form"));
    }

    [Fact]
    public async Task Nothing_found_says_what_was_searched()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        await iam.TokenInStockAsync(Partition.Aws, "HT-1");
        await using var web = await SignedInContext.OfAsync(iam, root);
        var dialog = Open(web);

        dialog.FindAll("#find-token input")[0].Input("00000000");
        dialog.FindAll("#find-token input")[1].Input("11111111");
        await dialog.Find("#find-token").SubmitAsync();

        dialog.WaitForAssertion(() => Assert.Contains("No token shows these codes", dialog.Markup, StringComparison.Ordinal));
        Assert.Contains("0 tokens were searched.", dialog.Markup, StringComparison.Ordinal);
        Assert.Empty(dialog.FindAll("table"));
    }

    private static IRenderedComponent<FindByCodes> Open(SignedInContext web)
    {
        var dialog = web.Render<FindByCodes>();
        Button(dialog, "Find by codes").Click();
        dialog.WaitForElement("#find-token");
        return dialog;
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<FindByCodes> dialog, string text) =>
        dialog.FindAll("button").First(b => b.TextContent.Trim() == text);
}
