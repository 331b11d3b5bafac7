using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Users;

internal sealed class UserCountConfiguration : IEntityTypeConfiguration<UserCount>
{
    public void Configure(EntityTypeBuilder<UserCount> builder)
    {
        builder.HasKey(c => new { c.AccountId, c.Shard });
        builder.Property(c => c.AccountId).HasMaxLength(12);
    }
}
