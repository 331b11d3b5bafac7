using System.Reflection;
using IamConsole.Core;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.BulkActions;
using IamConsole.Core.Consignments;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Groups;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.KeyProgram;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Reports;
using IamConsole.Core.SeedFiles;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.Totp;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Permissions;

/// <summary>Something of everything in an account, and the arguments with which each operation would act on it.</summary>
internal sealed class Targets
{
    private const string Document = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}}""";

    private readonly Dictionary<string, object?> _byName = [];
    private readonly Dictionary<Type, object?> _byType = [];
    private readonly string _account;
    private readonly DateTimeOffset _now;

    private Targets(string account, DateTimeOffset now) => (_account, _now) = (account, now);

    public static async Task<Targets> InAsync(IamScenario iam, AccountWithRoot account, SignedIn root)
    {
        var alice = await iam.UserWithAddressAsync(account, root, "alice");
        alice = alice with { App = await iam.AssignAppAsync(root, alice.UserId, "alice-app") };
        var session = await iam.SignInAsync(alice);
        (await iam.Get<CreateGroup>().RunAsync(root.Caller, "staff", IamScenario.Ct)).Ok();
        (await iam.Get<AddUserToGroup>().RunAsync(root.Caller, "staff", alice.UserId, IamScenario.Ct)).Ok();
        var policy = (await iam.Get<CreatePolicy>().RunAsync(root.Caller, "Custom", null, Document, IamScenario.Ct)).Ok();
        (await iam.Get<PutInlinePolicy>().RunAsync(root.Caller, InlineOwner.User(alice.UserId), "Custom", Document, IamScenario.Ct)).Ok();
        var job = (await iam.Get<StartBulkAction>().RunAsync(
            root.Caller, new BulkAction(BulkActionKind.RemindOfMfa), null, new UserQuery(), IamScenario.Ct)).Ok();
        await iam.TokenInStockAsync(account.Partition, "HT-1");
        await iam.ReadAsync(db => db.HardwareTokens.ExecuteUpdateAsync(s => s.SetProperty(t => t.AccountId, account.Id)));
        var read = (await iam.Get<ReadConsignment>().RunAsync(
            root.Caller, new MemoryStream("serial number,secret key\nHT-2,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n"u8.ToArray()),
            new ConsignmentWish("f.csv", null, null, null), new SeedFileOptions(), null, IamScenario.Ct)).Ok();
        await iam.OpenKeyProgramAsync();
        (await iam.Get<RecordFigure>().RunAsync(account.Id, FigureMinimum.Spend, 212, IamScenario.Ct)).Ok();
        var order = (await iam.OrderKeyAsync(root)).Ok();
        var all = new Targets(account.Id, iam.Now);
        all.Name("userId", alice.UserId).Name("targetUserId", alice.UserId).Name("userName", "alice").Name("deviceId", alice.App.DeviceId)
            .Name("groupName", "staff").Name("policyArn", policy).Name("jobId", job.Id).Name("tokenId", "token-HT-1").Name("consignmentId", read.Id).Name("progress", null).Name("kind", null).Name("document", Document)
            .Name("mailId", (await iam.OutboxAsync())[0].Id)
            .Name("noticeId", await iam.ReadAsync(db => db.Notices.Select(n => n.Id).FirstAsync()))
            .Name("handle", (await iam.Get<ListSessions>().RunAsync(session.Caller, alice.UserId, IamScenario.Ct)).Ok()[0].Handle)
            .Name("deviceName", "another").Name("newName", "another").Name("serial", "HT-1").Name("code", alice.App.Code())
            .Name("password", alice.Password).Name("oldPassword", alice.Password).Name("newPassword", "a new long password")
            .Name("address", "stranger@example.com").Name("alias", "stranger").Name("after", null).Name("before", null)
            .Name("search", null).Name("description", null).Name("userIds", null).Name("tokenIds", null).Name("resource", null).Name("sequence", null).Name("modelKey", "");
        all.Type(new NewUser("mallory", "/", IamScenario.Password, false, [BuiltInPolicies.AdministratorAccess])).Type(new UserQuery()).Type(new OutboxQuery())
            .Type(new EventFilter()).Type(IamScenario.Custom).Type(new WantedMfaPolicy(true, 0, Enum.GetValues<MfaDeviceKind>()))
            .Type(new WantedSecurityKeyPolicy(new IamConsole.Core.Accounts.SecurityKeyPolicy())).Type(new BulkAction(BulkActionKind.RequirePasswordChange)).Type(new PolicyDraft(Document, null, alice.UserId, null))
            .Type(new SimulationRequest(alice.UserId, "iam:ListUsers", "*", new Dictionary<string, IReadOnlyList<string>>(), null))
            .Type(InlineOwner.User(alice.UserId)).Type(new TwoCodes("123456", iam.Now, "654321", iam.Now))
            .Type(IamScenario.Key([1, 2, 3])).Type(IamScenario.WantedKey)
            .Type<Result<PasskeyFacts>>(IamScenario.Key([1, 2, 3])).Type<Result<PasskeyProof>>(new PasskeyProof([1, 2, 3], 1, false, true)).Type(IamAction.ListUsers).Type(MfaDeviceKind.Virtual).Type(ReportKind.Credential)
            .Type(ExportFormat.Csv).Type(TokenAction.ReportLost).Type<Stream>(new MemoryStream()).Type(new ConsignmentWish("f", null, null, null)).Type(new SeedFileOptions()).Type(new TokenQuery()).Type(new ModelQuery()).Type(1).Type(order.Number).Type(true).Type(IamScenario.Ct);
        all._byType[typeof(IReadOnlyDictionary<string, string>)] = new Dictionary<string, string> { ["team"] = "blue" };
        return all;
    }

    /// <summary>Arguments of this operation; an unknown one is a failure with its name.</summary>
    public object?[] Of(MethodInfo method, Caller caller) => [.. method.GetParameters().Select(p =>
        p.ParameterType == typeof(Caller) ? caller
        : p.ParameterType == typeof(DeviceEnrolment) ? Enrolment(method)
        : p.Name == "name" ? NameIn(method)
        : _byType.TryGetValue(p.ParameterType, out var value) || _byName.TryGetValue(p.Name!, out value) ? value
        : throw new InvalidOperationException($"{UseCases.NameOf(method)}: {nameof(Targets)} knows no {p.ParameterType.Name} {p.Name}"))];

    /// <summary>Whether one thing of this account is named, rather than the asking account as a whole.</summary>
    public static bool NamesSomething(MethodInfo method) => method.GetParameters().Any(p =>
        p.Name is "userId" or "targetUserId" or "userName" or "jobId" or "mailId" or "noticeId" or "deviceId" or "groupName" or "policyArn" or "tokenId" or "consignmentId"
            or "orderNumber");

    private DeviceEnrolment Enrolment(MethodInfo method) => new(
        _account, (string)_byName["userId"]!,
        method.DeclaringType == typeof(AssignHardwareToken) ? MfaDeviceKind.Hardware
        : method.DeclaringType == typeof(RegisterPasskey) || method.DeclaringType == typeof(CheckNewKey) ? MfaDeviceKind.SecurityKey : MfaDeviceKind.Virtual,
        "another", _now)
    {
        Secret = TotpSecret.FromBytes(new byte[20]),
    };

    private static string NameIn(MethodInfo method) =>
        method.DeclaringType!.Namespace == typeof(GetGroup).Namespace ? "staff" : "Custom";

    private Targets Name(string name, object? value)
    {
        _byName.Add(name, value);
        return this;
    }

    private Targets Type<T>(T value)
    {
        _byType.Add(typeof(T), value);
        return this;
    }
}
