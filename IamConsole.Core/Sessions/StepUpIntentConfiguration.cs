using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Sessions;

internal sealed class StepUpIntentConfiguration : IEntityTypeConfiguration<StepUpIntent>
{
    public void Configure(EntityTypeBuilder<StepUpIntent> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).HasMaxLength(64);
        builder.Property(i => i.SessionId).HasMaxLength(64);
        builder.HasOne<IamUser>().WithMany().HasForeignKey(i => i.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => i.ExpiresAt);
        builder.HasIndex(i => i.SessionId);
    }
}
