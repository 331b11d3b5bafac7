using IamConsole.Core.AccountOpening;
using IamConsole.Core.AccountSettings;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.BulkActions;
using IamConsole.Core.Consignments;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Groups;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Jobs;
using IamConsole.Core.KeyProgram;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Persistence;
using IamConsole.Core.Policies;
using IamConsole.Core.Reports;
using IamConsole.Core.Restoring;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using IamConsole.Core.Users;
using IamConsole.Core.WebAuthn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IamConsole.Core;

/// <summary>What Core offers, slice by slice. Use cases keep no state: one of each serves everybody.</summary>
public static class CoreServices
{
    /// <summary>Adds every use case. Needs a database, Data Protection, <see cref="AuditFiles"/>, <see cref="RelyingPartyIdentity"/> and options besides.</summary>
    public static IServiceCollection AddIamCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(JobHolder.New());
        services.TryAddSingleton(Argon2Cost.Default);
        services.TryAddSingleton(new TokenVendors(TokenVendors.Original));
        return services
            .AddSingleton<OpenAccount>().AddSingleton<RecoverUser>().AddSingleton<Demo.FillDemo>().AddSingleton<Demo.DemoDevices>().AddSingleton<DatabaseStartup>().AddSingleton<DatabaseWait>().AddSingleton<DatabaseHealth>().AddSingleton<DatabaseState>().AddSingleton<KeyRingCheck>()
            .AddPolicies().AddUsers().AddJobs().AddSessions().AddMfaDevices().AddPasskeys().AddSignIn().AddAccountSettings().AddNotices().AddReports().AddKeyProgram().AddFidoMetadata().AddAuditTrail().AddRestoring();
    }

    /// <summary>The embedded database in <paramref name="file"/>.</summary>
    public static IServiceCollection AddIamSqlite(this IServiceCollection services, string file) => services
        .AddDbContextFactory<SqliteIamDbContext>(o => o.UseIamSqlite(file))
        .AddSingleton<IDbContextFactory<IamDbContext>, DatabaseFactory<SqliteIamDbContext>>()
        .AddScoped(s => (IamDbContext)s.GetRequiredService<SqliteIamDbContext>());

    /// <summary>A PostgreSQL database.</summary>
    public static IServiceCollection AddIamPostgres(this IServiceCollection services, string connectionString) => services
        .AddDbContextFactory<PostgresIamDbContext>(o => o.UseIamPostgres(connectionString))
        .AddSingleton<IDbContextFactory<IamDbContext>, DatabaseFactory<PostgresIamDbContext>>()
        .AddScoped(s => (IamDbContext)s.GetRequiredService<PostgresIamDbContext>());

    private static IServiceCollection AddAuditTrail(this IServiceCollection services) => services
        .AddSingleton<AuditTrailWriter>().AddSingleton<AuditChain>().AddSingleton<AuditTrailStartup>()
        .AddSingleton<MakeCheckpoint>().AddSingleton<VerifyAuditTrail>().AddSingleton<RenewAuditTrail>()
        .AddSingleton<LookupEvents>().AddSingleton<GetEvent>().AddSingleton<ExportEvents>().AddSingleton<ExtractEvents>();

    private static IServiceCollection AddRestoring(this IServiceCollection services) => services
        .AddSingleton<ResumeRestored>().AddSingleton<SealedSecrets>().AddSingleton<ForgetLostSecrets>()
        .AddSingleton<ClockCheck>().AddSingleton<CorrectClock>();

    private static IServiceCollection AddUsers(this IServiceCollection services) => services
        .AddSingleton<Argon2idPasswordHasher>().AddSingleton<PasswordHashing>()
        .AddSingleton<CreateUser>().AddSingleton<DeleteUser>().AddSingleton<GetUser>().AddSingleton<ListUsers>()
        .AddSingleton<SetConsolePassword>().AddSingleton<ChangePassword>().AddSingleton<ChangeNoticeAddress>()
        .AddSingleton<SetUserTags>().AddSingleton<ListUserTags>().AddSingleton<RequirePasswordChange>().AddSingleton<RemindOfMfa>()
        .AddSingleton<GetAccountSummary>();

    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<NoticeRoutes>().AddSingleton<ListNotices>().AddSingleton<ListOutbox>().AddSingleton<RetryMail>()
        .AddSingleton<ClaimMail>().AddSingleton<SettleMail>().AddSingleton<ForgetNotices>();

    private static IServiceCollection AddPolicies(this IServiceCollection services) => services
        .AddSingleton<PolicyTexts>().AddSingleton<PrincipalPolicies>().AddSingleton<FindAccess>().AddSingleton<DecisionLog>()
        .AddSingleton<Gate>().AddSingleton<AskGate>().AddSingleton<ListPermitted>().AddSingleton<ListUnavailable>()
        .AddSingleton<ListPolicies>().AddSingleton<GetPolicy>().AddSingleton<CreatePolicy>().AddSingleton<UpdatePolicy>()
        .AddSingleton<DeletePolicy>().AddSingleton<PutInlinePolicy>().AddSingleton<DeleteInlinePolicy>().AddSingleton<ListUserPolicies>()
        .AddSingleton<AttachUserPolicy>().AddSingleton<DetachUserPolicy>().AddSingleton<AttachGroupPolicy>().AddSingleton<DetachGroupPolicy>()
        .AddSingleton<SimulatePolicy>().AddSingleton<ReplayPolicy>().AddSingleton<IJobWork, PolicyReplay>()
        .AddSingleton<ListGroups>().AddSingleton<GetGroup>().AddSingleton<CreateGroup>().AddSingleton<DeleteGroup>()
        .AddSingleton<AddUserToGroup>().AddSingleton<RemoveUserFromGroup>().AddSingleton<ListGroupsForUser>();

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobBell>().AddSingleton<JobStart>().AddSingleton<JobRunner>().AddSingleton<ListJobs>().AddSingleton<ReadJob>().AddSingleton<ForgetJobs>()
        .AddSingleton<StartBulkAction>().AddSingleton<MeasureReminder>().AddSingleton<IJobWork, BulkActionWork>()
        .AddSingleton<StartTokenAction>().AddSingleton<IJobWork, TokenBulkWork>();

    private static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<GenerateCredentialReport>().AddSingleton<ReadReportState>().AddSingleton<GetCredentialReport>().AddSingleton<ReportContent>()
        .AddSingleton<PreviewCredentialReport>().AddSingleton<ReadSummaryMap>().AddSingleton<IJobWork, ReportWork>();

    private static IServiceCollection AddKeyProgram(this IServiceCollection services) => services
        .AddSingleton<AddressProtector>().AddSingleton<GetSecurityKeyEligibility>().AddSingleton<OrderSecurityKey>()
        .AddSingleton<CancelSecurityKeyOrder>().AddSingleton<ListSecurityKeyOrders>()
        .AddSingleton<SwitchKeyProgram>().AddSingleton<SetKeyProgramRules>().AddSingleton<ReadKeyProgram>().AddSingleton<RecordFigure>()
        .AddSingleton<AddKeyModel>().AddSingleton<ChangeKeyStock>().AddSingleton<RemoveKeyModel>().AddSingleton<EraseKeyAddresses>()
        .AddSingleton<ListKeyOrders>().AddSingleton<ReadKeyOrder>().AddSingleton<KeyOrderDesk>().AddSingleton<ApproveKeyOrder>()
        .AddSingleton<RejectKeyOrder>().AddSingleton<ShipKeyOrder>().AddSingleton<DeliverKeyOrder>();

    private static IServiceCollection AddFidoMetadata(this IServiceCollection services) => services
        .AddSingleton<ModelCatalogue>().AddSingleton<LoadMetadata>().AddSingleton<ReadMetadata>().AddSingleton<FindModel>()
        .AddSingleton<FindModelByKey>().AddSingleton<JudgingProgress>().AddSingleton<ListModels>().AddSingleton<GetModel>();

    private static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddSingleton<ReadSession>().AddSingleton<SignOut>().AddSingleton<ListSessions>().AddSingleton<EndSession>().AddSingleton<WrongProofs>().AddSingleton<StepUpIntents>();

    private static IServiceCollection AddMfaDevices(this IServiceCollection services) => services
        .AddSingleton<SeedProtector>()
        .AddSingleton<ListMfaDevices>().AddSingleton<GetMfaDevice>().AddSingleton<ListMfaKinds>().AddSingleton<BeginDeviceEnrolment>().AddSingleton<AssignVirtualDevice>()
        .AddSingleton<RenameMfaDevice>().AddSingleton<RemoveMfaDevice>().AddSingleton<ResyncMfaDevice>()
        .AddSingleton<AssignHardwareToken>()
        .AddSingleton<ListHandedOutTokens>().AddSingleton<ListHardwareTokens>().AddSingleton<GetHardwareToken>().AddSingleton<HandOutToken>().AddSingleton<ChangeTokenState>()
        .AddSingleton<ListDriftingTokens>().AddSingleton<FindTokenByCodes>()
        .AddSingleton<ReadConsignment>().AddSingleton<GetConsignment>().AddSingleton<ListConsignments>().AddSingleton<ImportConsignment>()
        .AddSingleton<UndoConsignment>().AddSingleton<DiscardConsignment>().AddSingleton<ExportConsignment>().AddSingleton<IJobWork, ConsignmentImport>()
        .AddSingleton<IJobWork, ConsignmentUndo>().AddSingleton<IJobWork, ConsignmentRemoval>().AddSingleton<TidyConsignments>().AddSingleton<DeliverTokens>();

    private static IServiceCollection AddPasskeys(this IServiceCollection services) => services
        .AddSingleton(new KnownKeys(KeyLimits.KnownKeys)).AddSingleton<AssertionCeremony>().AddSingleton<PasskeyCeremonyStore>()
        .AddSingleton<BeginKeyRegistration>().AddSingleton<JudgeAttestation>().AddSingleton<VerifyNewKey>().AddSingleton<CheckNewKey>().AddSingleton<JudgeKeys>().AddSingleton<RegisterPasskey>().AddSingleton<IModelPolicy, SecurityKeyModelPolicy>()
        .AddSingleton<AskForKey>().AddSingleton<VerifyKeyAnswer>().AddSingleton<DescribeAcceptedKeys>().AddSingleton<ListDoubtfulKeys>();

    private static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddSingleton<SignInCompletion>().AddSingleton<FactorCheck>().AddSingleton<KeyCheck>().AddSingleton<FactorRecord>().AddSingleton<PendingStep>()
        .AddSingleton<BeginSignIn>().AddSingleton<ReadPendingSignIn>().AddSingleton<ProveFactor>()
        .AddSingleton<SkipMfaRegistration>().AddSingleton<BeginMfaRegistration>().AddSingleton<FinishMfaRegistration>()
        .AddSingleton<ActivateToken>().AddSingleton<SkipTokenActivation>().AddSingleton<GetRefusedCode>()
        .AddSingleton<GetSignInActivity>().AddSingleton<ChangePasswordAtSignIn>().AddSingleton<CancelSignIn>().AddSingleton<ConfirmIdentity>();

    private static IServiceCollection AddAccountSettings(this IServiceCollection services) => services
        .AddSingleton<GetAccountSettings>().AddSingleton<UpdateAccount>().AddSingleton<UpdatePasswordPolicy>()
        .AddSingleton<MeasureMfaPolicy>().AddSingleton<UpdateMfaPolicy>().AddSingleton<UpdateTokenPolicy>()
        .AddSingleton<MeasureSecurityKeyPolicy>().AddSingleton<ListKeyModelNames>().AddSingleton<UpdateSecurityKeyPolicy>().AddSingleton<ChangeMfaExemption>();
}
