using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.Id).HasMaxLength(12);
        builder.Property(a => a.Alias).HasMaxLength(63);
        builder.Property(a => a.Partition).HasMaxLength(32);
        builder.Property(a => a.Name).HasMaxLength(50);
        builder.Property(a => a.Country).HasMaxLength(2);
        builder.Property(a => a.TokenSearchTimes).HasMaxLength(100);
        builder.HasIndex(a => a.Alias).IsUnique();
        builder.Ignore(a => a.Label);
        builder.Property(a => a.SecurityKeyPolicy).HasConversion(new SecurityKeyPolicyColumn(), SecurityKeyPolicyColumn.Comparer)
            .HasDefaultValueSql("'{}'");

        // No longer used. To drop a column EF rewrites the table on SQLite, outside any transaction: a killed upgrade would stay half done.
        builder.Property<long>("TokenSearchHour");
        builder.Property<int>("TokenSearches");

        // Defaults in the database for the accounts that were there before these columns.
        builder.ComplexProperty(a => a.PasswordPolicy, policy =>
        {
            policy.Property(p => p.MinimumLength).HasDefaultValue(PasswordPolicy.LeastLength);
            policy.Property(p => p.UsersMayChange).HasDefaultValue(true);
        });
        builder.ComplexProperty(a => a.MfaPolicy, policy =>
        {
            policy.Property(p => p.AllowsSecurityKeys).HasDefaultValue(true);
            policy.Property(p => p.AllowsVirtualDevices).HasDefaultValue(true);
            policy.Property(p => p.AllowsHardwareTokens).HasDefaultValue(true);
        });
    }
}
