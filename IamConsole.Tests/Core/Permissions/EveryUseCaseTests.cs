using System.Text.Json;
using System.Text.RegularExpressions;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Permissions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Users;
using IamConsole.Tests.Architecture;
using IamConsole.Tests.Core.Scenarios;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>Security bar T30, T31: each operation there is, asked by who may not, whatever page or request it comes from.</summary>
public sealed partial class EveryUseCaseTests
{
    /// <summary>What is asked for first where the operation is not named like its action: written down, so that a weaker one is seen.</summary>
    private static readonly Dictionary<string, string> OtherActions = new()
    {
        ["AskGate.RunAsync"] = "ListUsers",
        ["AssignHardwareToken.RunAsync"] = "EnableMFADevice",
        ["AssignVirtualDevice.RunAsync"] = "EnableMFADevice",
        ["BeginDeviceEnrolment.RunAsync"] = "EnableMFADevice",
        ["ChangeMfaExemption.RunAsync"] = "UpdateUser",
        ["ChangeNoticeAddress.RunAsync"] = "UpdateUser",
        ["ChangeTokenState.RunAsync"] = "UpdateHardwareToken",
        ["CheckNewKey.RunAsync"] = "EnableMFADevice",
        ["ConfirmIdentity.WithCodeAsync"] = "GetUser",
        ["ConfirmIdentity.WithPasskeyAsync"] = "GetUser",
        ["ConfirmIdentity.WithPasswordAsync"] = "GetUser",
        ["DeleteInlinePolicy.RunAsync"] = "DeleteUserPolicy",
        ["DescribeAcceptedKeys.RunAsync"] = "ListMFADevices",
        ["DiscardConsignment.RunAsync"] = "ImportHardwareTokens",
        ["ExportConsignment.RunAsync"] = "ImportHardwareTokens",
        ["FindTokenByCodes.RunAsync"] = "FindHardwareToken",
        ["FinishMfaRegistration.RunAsync"] = "GetUser",
        ["GetAccountSettings.RunAsync"] = "GetAccountPasswordPolicy",
        ["GetConsignment.RunAsync"] = "ImportHardwareTokens",
        ["GetEvent.RunAsync"] = "LookupEvents",
        ["GetModel.RunAsync"] = "GetSecurityKeyModel",
        ["GetSignInActivity.RunAsync"] = "LookupEvents",
        ["HandOutToken.RunAsync"] = "UpdateHardwareToken",
        ["ImportConsignment.RunAsync"] = "ImportHardwareTokens",
        ["ListConsignments.RunAsync"] = "ImportHardwareTokens",
        ["ListDoubtfulKeys.RunAsync"] = "ListMFADevices",
        ["ListDriftingTokens.RunAsync"] = "ListHardwareTokens",
        ["ListHandedOutTokens.RunAsync"] = "ListMFADevices",
        ["ListJobs.RunAsync"] = "GetJob",
        ["ListKeyModelNames.RunAsync"] = "GetSecurityKeyPolicy",
        ["ListMfaKinds.RunAsync"] = "ListMFADevices",
        ["ListModels.RunAsync"] = "ListSecurityKeyModels",
        ["ListNotices.DismissAsync"] = "GetUser",
        ["ListNotices.RunAsync"] = "GetUser",
        ["ListUserPolicies.RunAsync"] = "ListAttachedUserPolicies",
        ["ListUserTags.RunAsync"] = "GetUser",
        ["MeasureMfaPolicy.RunAsync"] = "GetMFAPolicy",
        ["MeasureSecurityKeyPolicy.RunAsync"] = "GetSecurityKeyPolicy",
        ["PreviewCredentialReport.RunAsync"] = "GetCredentialReport",
        ["PutInlinePolicy.RunAsync"] = "PutUserPolicy",
        ["ReadConsignment.RunAsync"] = "ImportHardwareTokens",
        ["ReadJob.RunAsync"] = "GetJob",
        ["ReadReportState.RunAsync"] = "GetCredentialReport",
        ["ReadSummaryMap.RunAsync"] = "GetCredentialReport",
        ["RegisterPasskey.RunAsync"] = "EnableMFADevice",
        ["RemoveMfaDevice.RunAsync"] = "DeactivateMFADevice",
        ["RenameMfaDevice.RunAsync"] = "TagMFADevice",
        ["ReplayPolicy.RunAsync"] = "SimulatePrincipalPolicy",
        ["RequirePasswordChange.RunAsync"] = "UpdateLoginProfile",
        ["RetryMail.RunAsync"] = "RetryNotice",
        ["SetConsolePassword.RemoveAsync"] = "DeleteLoginProfile",
        ["SetConsolePassword.RunAsync"] = "UpdateLoginProfile",
        ["SetUserTags.RunAsync"] = "TagUser",
        ["SimulatePolicy.RunAsync"] = "SimulatePrincipalPolicy",
        ["MeasureReminder.RunAsync"] = "ListUsers",
        ["StartBulkAction.RunAsync"] = "ListUsers",
        ["StartTokenAction.RunAsync"] = "UpdateHardwareToken",
        ["UndoConsignment.RunAsync"] = "ImportHardwareTokens",
        ["UpdateAccount.RunAsync"] = "CreateAccountAlias",
        ["UpdateTokenPolicy.RunAsync"] = "UpdateHardwareTokenPolicy",
        ["UpdatePasswordPolicy.RunAsync"] = "UpdateAccountPasswordPolicy",
        ["UpdatePolicy.RunAsync"] = "CreatePolicyVersion",
    };

    [Theory, BothDatabases]
    public async Task T30_who_has_no_policy_is_refused_the_operations_own_action_and_it_is_recorded(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var targets = await Targets.InAsync(iam, account, root);
        var mallory = await NobodyAsync(iam, account, root);
        var faults = new List<string>();

        foreach (var method in UseCases.All.Where(UseCases.AnswersResult))
        {
            var name = UseCases.NameOf(method);
            var error = await UseCases.AskAsync(iam.Services, method, targets.Of(method, mallory.Caller));
            var last = await iam.LastEventAsync();
            var action = JsonDocument.Parse(last.Details ?? "{}").RootElement.TryGetProperty("action", out var asked) ? asked.GetString()! : "nothing";
            var expected = OtherActions.GetValueOrDefault(name, method.DeclaringType!.Name);
            if (method.DeclaringType == typeof(ConfirmIdentity) ? error != PermissionErrors.SessionEnded : error?.Code != PermissionErrors.AccessDeniedCode)
                faults.Add($"{name}: answered {error?.Code ?? "success"}");
            if (last.ActorName != "mallory" || !action.Split(':')[^1].Equals(expected, StringComparison.OrdinalIgnoreCase))
                faults.Add($"[\"{name}\"] = \"{action.Split(':')[^1]}\",");
            if (!OwnEvents(method.DeclaringType!, action).Contains(last.EventName)) faults.Add($"{name}: recorded as {last.EventName}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // What the permitted call writes, from its own text; what writes nothing, or a sign-in, is called like its action.
    private static string[] OwnEvents(Type useCase, string action)
    {
        string[] named = [action.Split(':')[^1]];
        if (useCase == typeof(ChangeTokenState)) return [TokenMove.Of(TokenAction.ReportLost).Event];
        if (useCase == typeof(ConfirmIdentity) || useCase == typeof(FinishMfaRegistration)) return named;
        var text = SourceTree.Files($"/{useCase.Name}.cs").Single(f => f.Path.StartsWith("IamConsole.Core/", StringComparison.Ordinal)).Text;
        if (!text.Contains("Audit(", StringComparison.Ordinal) && !text.Contains("RefuseAsync(", StringComparison.Ordinal)) return named;
        var written = Written().Matches(text).Select(m => m.Groups["name"].Value).Distinct().ToArray();
        return written.Length == 0 ? named : written;
    }

    [GeneratedRegex("""(?:Event|eventName|aliasEvent|Audit\(|RefuseAsync\()[^;"]*"(?<name>[A-Za-z]+)"|[?:] "(?<name>[A-Za-z]+)"|, "(?<name>(?:Put|Delete)(?:User|Group)Policy)"\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    [Theory, BothDatabases]
    public async Task T31_replayed_in_a_session_that_has_ended_none_does_anything(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var targets = await Targets.InAsync(iam, account, root);
        await iam.Get<IamConsole.Core.Sessions.SignOut>().RunAsync(root.Token, IamScenario.Client, IamScenario.Ct);

        foreach (var method in UseCases.All.Where(UseCases.AnswersResult))
            Assert.Equal(
                (UseCases.NameOf(method), PermissionErrors.SessionEnded),
                (UseCases.NameOf(method), await UseCases.AskAsync(iam.Services, method, targets.Of(method, root.Caller))));
        Assert.Empty(await iam.Get<ListPermitted>().RunAsync(root.Caller, IamAction.All, IamScenario.Ct));
        Assert.Empty(await iam.Get<ListUnavailable>().RunAsync(root.Caller, IamAction.All, IamScenario.Ct));
    }

    [Theory, BothDatabases]
    public async Task T30_root_of_another_account_reaches_nothing_of_this_one(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        var (account, root) = await iam.SignedInRootAsync();
        var targets = await Targets.InAsync(iam, account, root);
        var (_, stranger) = await iam.SignedInRootAsync();

        foreach (var method in UseCases.All.Where(m => UseCases.AnswersResult(m) && Targets.NamesSomething(m)))
        {
            var code = (await UseCases.AskAsync(iam.Services, method, targets.Of(method, stranger.Caller)))?.Code ?? "success";
            Assert.False(code is "success" || code.EndsWith(nameof(Exception), StringComparison.Ordinal), $"{UseCases.NameOf(method)}: {code}");
        }
    }

    [Fact]
    public void All_but_the_two_that_only_ask_answer_with_an_error_or_a_success() =>
        Assert.Equal(["ListPermitted.RunAsync", "ListUnavailable.RunAsync"], UseCases.All.Where(m => !UseCases.AnswersResult(m)).Select(UseCases.NameOf));

    private static async Task<SignedIn> NobodyAsync(IamScenario iam, AccountWithRoot account, SignedIn root)
    {
        var created = await iam.Get<CreateUser>().RunAsync(
            root.Caller, new NewUser("mallory", "/", IamScenario.Password, false, []), IamScenario.Ct);
        return await iam.SignInAsync(new Person(account.Id, created.Ok().Id, "mallory", IamScenario.Password));
    }
}
