using IamConsole.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Policies;

internal sealed class ManagedPolicyConfiguration : IEntityTypeConfiguration<ManagedPolicy>
{
    public void Configure(EntityTypeBuilder<ManagedPolicy> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.AccountId, p.NormalizedName }).IsUnique();
        builder.HasIndex(p => p.Arn).IsUnique();
    }
}
