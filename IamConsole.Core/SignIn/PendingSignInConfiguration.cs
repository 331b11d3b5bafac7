using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.SignIn;

internal sealed class PendingSignInConfiguration : IEntityTypeConfiguration<PendingSignIn>
{
    public void Configure(EntityTypeBuilder<PendingSignIn> builder)
    {
        builder.Property(p => p.Id).HasMaxLength(64);
        builder.Property(p => p.OfferedTokenId).HasMaxLength(64);
        builder.HasOne<IamUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => p.UserId);
        builder.HasIndex(p => p.ExpiresAt);
    }
}
