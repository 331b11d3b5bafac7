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
        builder.HasIndex(a => a.Alias).IsUnique();
        builder.Ignore(a => a.Label);
    }
}
