using IamConsole.Core.Accounts;
using IamConsole.Core.Consignments;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Groups;
using IamConsole.Core.Jobs;
using IamConsole.Core.KeyProgram;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Notices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;
using IamConsole.Core.Policies;
using IamConsole.Core.Reports;
using IamConsole.Core.Sessions;
using IamConsole.Core.SignIn;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Users;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Core.Persistence;

/// <summary>All entities. One context for each operation; never one for the life of a circuit.</summary>
public abstract partial class IamDbContext : IdentityUserContext<IamUser>
{
    /// <summary>A change that fails is undone whole, so no savepoint is needed inside it: each costs two round trips.</summary>
    protected IamDbContext(DbContextOptions options) : base(options) => Database.AutoSavepointsEnabled = false;

    /// <summary>Accounts.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>MFA devices of every kind.</summary>
    public DbSet<MfaDevice> MfaDevices => Set<MfaDevice>();

    /// <summary>The stock of hardware tokens.</summary>
    public DbSet<HardwareToken> HardwareTokens => Set<HardwareToken>();

    /// <summary>Imports of tokens.</summary>
    public DbSet<Consignment> Consignments => Set<Consignment>();

    /// <summary>Their rows.</summary>
    public DbSet<ConsignmentRow> ConsignmentRows => Set<ConsignmentRow>();

    /// <summary>The history of each token.</summary>
    public DbSet<TokenEvent> TokenEvents => Set<TokenEvent>();

    /// <summary>What codes said of each token's clock.</summary>
    public DbSet<TokenReading> TokenReadings => Set<TokenReading>();

    /// <summary>Sign-ins between password and session.</summary>
    public DbSet<PendingSignIn> PendingSignIns => Set<PendingSignIn>();

    /// <summary>Why the last code of a user was refused.</summary>
    public DbSet<RefusedCode> RefusedCodes => Set<RefusedCode>();

    /// <summary>Counters of wrong passwords.</summary>
    public DbSet<PasswordFailure> PasswordFailures => Set<PasswordFailure>();

    /// <summary>Sessions.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>What people were about to do when a factor was asked for.</summary>
    public DbSet<StepUpIntent> StepUpIntents => Set<StepUpIntent>();

    /// <summary>Figures over the users of each account.</summary>
    public DbSet<UserCount> UserCounts => Set<UserCount>();

    /// <summary>Sign-ins by account and day.</summary>
    public DbSet<SignInDay> SignInDays => Set<SignInDay>();

    /// <summary>Open WebAuthn authentications.</summary>
    public DbSet<PasskeyCeremony> PasskeyCeremonies => Set<PasskeyCeremony>();

    /// <summary>Hashes of passwords that users had.</summary>
    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    /// <summary>What users are told at sign-in.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>The same by mail: sent, waiting, failed.</summary>
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    /// <summary>Stored reports.</summary>
    public DbSet<Report> Reports => Set<Report>();

    /// <summary>Their files.</summary>
    public DbSet<ReportChunk> ReportChunks => Set<ReportChunk>();

    /// <summary>User groups.</summary>
    public DbSet<UserGroup> Groups => Set<UserGroup>();

    /// <summary>Who is in which group.</summary>
    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    /// <summary>Customer managed policies.</summary>
    public DbSet<ManagedPolicy> ManagedPolicies => Set<ManagedPolicy>();

    /// <summary>Managed policies attached to users and groups.</summary>
    public DbSet<PolicyAttachment> PolicyAttachments => Set<PolicyAttachment>();

    /// <summary>Policies that belong to one user or group.</summary>
    public DbSet<InlinePolicy> InlinePolicies => Set<InlinePolicy>();

    /// <summary>Tags of users.</summary>
    public DbSet<UserTag> UserTags => Set<UserTag>();

    /// <summary>What the gate decided, kept for the replay of policies.</summary>
    public DbSet<RecordedDecision> RecordedDecisions => Set<RecordedDecision>();

    /// <summary>Background work.</summary>
    public DbSet<Job> Jobs => Set<Job>();

    /// <summary>Rows of background work.</summary>
    public DbSet<JobItem> JobItems => Set<JobItem>();

    /// <summary>The rules of the security key program: one row.</summary>
    public DbSet<KeyProgramRules> KeyProgramRules => Set<KeyProgramRules>();

    /// <summary>What recorded figures of an account must be.</summary>
    public DbSet<FigureMinimum> FigureMinimums => Set<FigureMinimum>();

    /// <summary>Figures that the operator recorded for accounts.</summary>
    public DbSet<RecordedFigure> RecordedFigures => Set<RecordedFigure>();

    /// <summary>Security keys in the operator's stock.</summary>
    public DbSet<KeyModel> KeyModels => Set<KeyModel>();

    /// <summary>Orders of security keys.</summary>
    public DbSet<KeyOrder> KeyOrders => Set<KeyOrder>();

    /// <summary>FIDO metadata that was loaded.</summary>
    public DbSet<LoadedMetadata> LoadedMetadata => Set<LoadedMetadata>();

    /// <summary>The models of the metadata in force.</summary>
    public DbSet<StoredModel> StoredModels => Set<StoredModel>();

    /// <summary>What each loaded metadata changed.</summary>
    public DbSet<ModelChange> ModelChanges => Set<ModelChange>();

    /// <summary>The tie to the key ring.</summary>
    public DbSet<Installation> Installations => Set<Installation>();

    /// <summary>
    /// Begins a transaction that will write. Waits for its turn, then fails clearly:
    /// <exception cref="DatabaseBusyException">the database stayed locked for ten seconds.</exception>
    /// </summary>
    public abstract Task<IWriteTransaction> BeginWriteAsync(CancellationToken ct);

    /// <summary>
    /// Makes this transaction wait for others that change one of these users, so that it reads what they left behind.
    /// Taken first and for all users at once, it also keeps two transactions from waiting for each other.
    /// </summary>
    public abstract Task LockUsersAsync(IReadOnlyCollection<string> userIds, CancellationToken ct);

    /// <summary>
    /// Makes this transaction wait for others that change, delete or refer to a row in the same way, and them for this one: a
    /// reference is made only to what is still there, and nothing is deleted while somebody makes one. Taken after users,
    /// groups before policies.
    /// </summary>
    /// <returns>False: the row is gone by now.</returns>
    public abstract Task<bool> LockAsync<TEntity>(string id, CancellationToken ct)
        where TEntity : class;

    /// <summary>Users of every account with <paramref name="part"/> in name or path, by the index of three-letter parts.</summary>
    /// <param name="part">Upper case, at least three characters.</param>
    public abstract IQueryable<IamUser> FindUsers(string part);

    /// <summary>The members of a group, which are found first, whatever else is asked of them.</summary>
    public IQueryable<IamUser> FindMembers(string groupId) => Users.FromSql(
        $"""
         SELECT u.* FROM "GroupMembers" m CROSS JOIN "AspNetUsers" u WHERE m."GroupId" = {groupId} AND u."Id" = m."UserId"
         """);

    /// <summary>Whether <paramref name="error"/> says that a unique index refused a row.</summary>
    public abstract bool IsUniqueViolation(DbUpdateException error);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(IamDbContext).Assembly);
    }
}
