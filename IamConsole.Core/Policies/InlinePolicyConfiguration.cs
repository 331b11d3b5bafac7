using IamConsole.Core.Groups;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Policies;

internal sealed class InlinePolicyConfiguration : IEntityTypeConfiguration<InlinePolicy>
{
    public void Configure(EntityTypeBuilder<InlinePolicy> builder)
    {
        builder.HasOne<IamUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<UserGroup>().WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.UserId, p.Name }).IsUnique();
        builder.HasIndex(p => new { p.GroupId, p.Name }).IsUnique();
    }
}
