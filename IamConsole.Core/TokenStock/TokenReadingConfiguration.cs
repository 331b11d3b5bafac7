using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.TokenStock;

internal sealed class TokenReadingConfiguration : IEntityTypeConfiguration<TokenReading>
{
    public void Configure(EntityTypeBuilder<TokenReading> builder)
    {
        builder.HasKey(r => new { r.TokenId, r.Day });
        builder.Property(r => r.TokenId).HasMaxLength(32);
        builder.Property(r => r.AccountId).HasMaxLength(12);
        builder.HasOne<HardwareToken>().WithMany().HasForeignKey(r => r.TokenId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(r => r.Value);
    }
}
