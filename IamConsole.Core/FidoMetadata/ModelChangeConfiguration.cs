using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.FidoMetadata;

internal sealed class ModelChangeConfiguration : IEntityTypeConfiguration<ModelChange>
{
    public void Configure(EntityTypeBuilder<ModelChange> builder)
    {
        builder.ToTable("AuthenticatorModelChanges").HasKey(c => new { c.Number, c.ModelKey });
        builder.Property(c => c.ModelKey).HasMaxLength(64);
        builder.Property(c => c.Name).HasMaxLength(200);
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.Statuses).HasMaxLength(1000);
        builder.HasOne<LoadedMetadata>().WithMany().HasForeignKey(c => c.Number).OnDelete(DeleteBehavior.Cascade);
    }
}
