using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.HardwareTokens;

internal sealed class HardwareTokenConfiguration : IEntityTypeConfiguration<HardwareToken>
{
    public void Configure(EntityTypeBuilder<HardwareToken> builder)
    {
        builder.Property(t => t.Partition).HasMaxLength(32);
        builder.Property(t => t.Serial).HasMaxLength(256);
        builder.Property(t => t.NormalizedSerial).HasMaxLength(256);
        builder.Property(t => t.Algorithm).HasConversion<string>().HasMaxLength(8);
        builder.HasIndex(t => new { t.Partition, t.NormalizedSerial }).IsUnique();
        builder.HasIndex(t => t.DeviceId).IsUnique();

        // The dashboard: what lies in stock and since when, and what expires soon.
        builder.HasIndex(t => new { t.Partition, t.DeviceId, t.ImportedAt });
        builder.HasIndex(t => new { t.Partition, t.ExpiresOn });
        builder.Ignore(t => t.Profile);
    }
}
