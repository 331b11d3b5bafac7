using IamConsole.Core.Groups;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Policies;

internal sealed class PolicyAttachmentConfiguration : IEntityTypeConfiguration<PolicyAttachment>
{
    public void Configure(EntityTypeBuilder<PolicyAttachment> builder)
    {
        builder.HasOne<IamUser>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<UserGroup>().WithMany().HasForeignKey(a => a.GroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => new { a.UserId, a.PolicyArn }).IsUnique();
        builder.HasIndex(a => new { a.GroupId, a.PolicyArn }).IsUnique();
        builder.HasIndex(a => new { a.AccountId, a.PolicyArn });
    }
}
