using IamConsole.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Users;

internal sealed class IamUserConfiguration : IEntityTypeConfiguration<IamUser>
{
    private const string Users = "NOT \"IsRoot\"";

    public void Configure(EntityTypeBuilder<IamUser> builder)
    {
        builder.Property(u => u.AccountId).HasMaxLength(12);
        builder.Property(u => u.Name).HasMaxLength(64);
        builder.Property(u => u.NormalizedName).HasMaxLength(64);
        builder.Property(u => u.Path).HasMaxLength(512);
        builder.HasOne<Account>().WithMany().HasForeignKey(u => u.AccountId).OnDelete(DeleteBehavior.Restrict);

        // One root for each account. Every other index leaves root out: root is no IAM user and has no row on the users page.
        builder.HasIndex(u => u.AccountId, "RootIndex").IsUnique().HasFilter("\"IsRoot\"");

        // Keyset paging of the users page walks one of these in each offered order.
        builder.HasIndex(u => new { u.AccountId, u.NormalizedName }, "UserListIndex").IsUnique().HasFilter(Users);
        builder.HasIndex(u => new { u.AccountId, u.Path, u.NormalizedName }).HasFilter(Users);
        builder.HasIndex(u => new { u.AccountId, u.MfaStrength, u.NormalizedName }).HasFilter(Users);
        builder.HasIndex(u => new { u.AccountId, u.PasswordChangedAt, u.NormalizedName }).HasFilter(Users);
        builder.HasIndex(u => new { u.AccountId, u.LastSignInAt, u.NormalizedName }).HasFilter(Users);
        builder.HasIndex(u => new { u.AccountId, u.CreatedAt, u.NormalizedName }).HasFilter(Users);

        // The filter by kind of device; a security key is the strongest kind, which has an index above.
        builder.HasIndex(u => new { u.AccountId, u.VirtualDevices, u.NormalizedName }).HasFilter(Users + " AND \"VirtualDevices\" > 0");
        builder.HasIndex(u => new { u.AccountId, u.HardwareTokens, u.NormalizedName }).HasFilter(Users + " AND \"HardwareTokens\" > 0");

        // Root is found by e-mail alone, over all accounts.
        builder.HasIndex(u => u.NormalizedEmail, "RootEmailIndex").IsUnique().HasFilter("\"IsRoot\"");
        builder.Ignore(u => u.DeviceCount);
        builder.Ignore(u => u.HasConsoleAccess);
    }
}
