using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.FidoMetadata;

internal sealed class LoadedMetadataConfiguration : IEntityTypeConfiguration<LoadedMetadata>
{
    public void Configure(EntityTypeBuilder<LoadedMetadata> builder)
    {
        builder.HasKey(m => m.Number);
        builder.Property(m => m.Number).ValueGeneratedNever();
        builder.Property(m => m.Source).HasMaxLength(LoadMetadata.LongestSource);
        builder.Property(m => m.Signer).HasMaxLength(LoadMetadata.LongestSigner);
        builder.Property(m => m.PayloadHash).HasMaxLength(64);
        builder.Property(m => m.Revocation).HasConversion<string>().HasMaxLength(16);
    }
}
