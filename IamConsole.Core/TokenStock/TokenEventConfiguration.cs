using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.TokenStock;

internal sealed class TokenEventConfiguration : IEntityTypeConfiguration<TokenEvent>
{
    public void Configure(EntityTypeBuilder<TokenEvent> builder)
    {
        builder.Property(e => e.TokenId).HasMaxLength(32);
        builder.Property(e => e.AccountId).HasMaxLength(12);
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(e => e.Actor).HasMaxLength(64);
        builder.Property(e => e.UserName).HasMaxLength(64);
        builder.HasOne<HardwareToken>().WithMany().HasForeignKey(e => e.TokenId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.TokenId, e.Id });
    }
}
