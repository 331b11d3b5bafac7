using System.Text.Json;
using Bunit;
using IamConsole.Core.Groups;
using IamConsole.Core.Policies;
using IamConsole.Core.Sessions;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Web.Sessions;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Web.Sessions;

/// <summary>
/// Every form and dialog that a proof grown too old interrupts: the question names what for and for whom, and afterwards
/// everything is as it was, while nothing was carried out.
/// </summary>
public sealed class StepUpTests
{
    public static TheoryData<string> Names => [.. KeptCases.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task What_was_begun_is_as_it_was_after_a_factor_was_asked_for(string name)
    {
        var begun = KeptCases.All[name];
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await ArrangeAsync(iam, account, root, begun);
        var (events, token) = await InterruptAsync(iam, root, begun);

        var renewed = await iam.ConfirmAsync(root, account.Root);
        await using var web = await SignedInContext.OfAsync(iam, renewed);
        var page = Open(web, begun, ResumeAddress.With(begun.Address, token));

        begun.Back(page);
        Assert.Equal(events, (await iam.TrailAsync()).Where(e => e is { Succeeded: true, EventName: not "ConfirmIdentity" }).Select(e => e.Sequence));
        Assert.Equal(0, await iam.ReadAsync(db => db.StepUpIntents.CountAsync(IamScenario.Ct)));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Who_comes_back_without_a_factor_finds_what_he_typed_and_is_not_asked_at_once(string name)
    {
        var begun = KeptCases.All[name];
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (account, root) = await iam.SignedInRootAsync();
        await ArrangeAsync(iam, account, root, begun);
        var (_, token) = await InterruptAsync(iam, root, begun);

        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Open(web, begun, ResumeAddress.With(begun.Address, token));

        (begun.Declined ?? begun.Back)(page);
        Assert.DoesNotContain("/signin/confirm", web.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_is_kept_is_a_secret()
    {
        string[] secrets = ["Password", "Code", "Secret", "Seed", "Pin", "Key", "Credential", "Certificate"];
        var kept = typeof(IKept).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IKept)) && !t.IsInterface).ToList();

        Assert.True(kept.Count >= 10);
        Assert.DoesNotContain(kept.SelectMany(t => t.GetProperties()), p => p.PropertyType == typeof(string) && secrets.Any(s => p.Name.Contains(s, StringComparison.OrdinalIgnoreCase)));
    }

    // Where the opened page asks for a factor at once, "Cancel" leads to where its own "Cancel" leads.
    [Fact]
    public async Task A_page_that_asks_when_it_opens_is_left_by_cancelling()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        iam.Clock.Advance(TimeSpan.FromMinutes(11));
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo("/policies/create");

        web.Render<IamConsole.Web.Policies.CreatePolicyPage>();

        var intent = await iam.Get<StepUpIntents>().ReadAsync(Token(web), root.Caller.SessionId, root.UserId, IamScenario.Ct);
        Assert.Equal(("create a policy", "/policies", "/policies/create"), (intent!.Purpose, intent.Leave, intent.Path));
    }

    [Fact]
    public async Task What_was_begun_on_one_page_is_not_given_to_another()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        var (_, root) = await iam.SignedInRootAsync();
        var token = await iam.Get<StepUpIntents>().KeepAsync(root.Caller.SessionId, root.UserId, new IntentContent(
            "/policies/rules/edit", "change the policy rules", null,
            new Dictionary<string, JsonElement> { ["policy"] = JsonSerializer.SerializeToElement(new { Name = "smuggled", Document = "smuggled" }) }), IamScenario.Ct);
        await using var web = await SignedInContext.OfAsync(iam, root);
        web.GoTo(ResumeAddress.With("/policies/create", token!));

        var page = web.Render<IamConsole.Web.Policies.CreatePolicyPage>();

        Assert.DoesNotContain("smuggled", page.Markup, StringComparison.Ordinal);
    }

    private static async Task ArrangeAsync(IamScenario iam, AccountWithRoot account, SignedIn root, KeptCase begun)
    {
        var alice = await iam.UserAsync(account, root, "alice");
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "field", IamScenario.Ct)).Ok();
        (await iam.Get<CreatePolicy>().RunAsync(root.Caller, "rules", null, KeptCases.Document("First"), IamScenario.Ct)).Ok();
        await iam.TokenInStockAsync("aws", "GAHT-1");
        await iam.TokenInStockAsync("aws", "GAHT-2");
        if (begun.Arrange is { } more) await more(iam, root, alice.UserId);
    }

    private static async Task<(List<long> Events, string Token)> InterruptAsync(IamScenario iam, SignedIn root, KeptCase begun)
    {
        await using var web = await SignedInContext.OfAsync(iam, root);
        var page = Open(web, begun, begun.Address);
        begun.Fill(page);
        iam.Clock.Advance(TimeSpan.FromMinutes(11));
        var events = (await iam.TrailAsync()).Where(e => e.Succeeded).Select(e => e.Sequence).ToList();

        await begun.Act(page);

        page.WaitUntil(() => web.Address.Contains("/signin/confirm", StringComparison.Ordinal));
        var token = Token(web);
        var intent = await iam.Get<StepUpIntents>().ReadAsync(token, root.Caller.SessionId, root.UserId, IamScenario.Ct);
        Assert.Equal(begun.Purpose, intent?.Purpose);
        return (events, token);
    }

    private static string Token(SignedInContext web) => ResumeAddress.TokenOf(
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(web.Address).Query)["returnUrl"])!;

    private static KeptPage Open(SignedInContext web, KeptCase begun, string address)
    {
        web.GoTo(address);
        return new KeptPage(web.Render(builder =>
        {
            builder.OpenComponent(0, begun.Page);
            foreach (var (name, value) in begun.Parameters) builder.AddComponentParameter(1, name, value);
            builder.CloseComponent();
        }));
    }
}
