using IamConsole.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Users;

internal sealed class IamUserConfiguration : IEntityTypeConfiguration<IamUser>
{
    public void Configure(EntityTypeBuilder<IamUser> builder)
    {
        builder.Property(u => u.AccountId).HasMaxLength(12);
        builder.Property(u => u.Name).HasMaxLength(64);
        builder.Property(u => u.NormalizedName).HasMaxLength(64);
        builder.Property(u => u.Path).HasMaxLength(512);
        builder.HasOne<Account>().WithMany().HasForeignKey(u => u.AccountId).OnDelete(DeleteBehavior.Restrict);

        // Keyset paging of the users page walks this index; root is no IAM user and sorts apart.
        builder.HasIndex(u => new { u.AccountId, u.IsRoot, u.NormalizedName }).IsUnique();

        // Root is found by e-mail alone, over all accounts.
        builder.HasIndex(u => u.NormalizedEmail, "RootEmailIndex").IsUnique().HasFilter("\"IsRoot\"");
        builder.Ignore(u => u.DeviceCount);
        builder.Ignore(u => u.HasConsoleAccess);
    }
}
