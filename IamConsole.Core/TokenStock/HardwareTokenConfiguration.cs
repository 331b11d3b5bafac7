using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.TokenStock;

internal sealed class HardwareTokenConfiguration : IEntityTypeConfiguration<HardwareToken>
{
    public void Configure(EntityTypeBuilder<HardwareToken> builder)
    {
        builder.Property(t => t.Partition).HasMaxLength(32);
        builder.Property(t => t.Serial).HasMaxLength(256);
        builder.Property(t => t.NormalizedSerial).HasMaxLength(256);
        builder.Property(t => t.Algorithm).HasConversion<string>().HasMaxLength(8);
        builder.Property(t => t.Form).HasConversion<string>().HasMaxLength(16);
        builder.Property(t => t.Batch).HasMaxLength(128);
        builder.Property(t => t.OwnerAccountId).HasMaxLength(12);
        builder.Property(t => t.AccountId).HasMaxLength(12);
        builder.Property(t => t.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(t => t.CheckTimes).HasMaxLength(90);
        builder.HasIndex(t => new { t.Partition, t.NormalizedSerial }).IsUnique();
        builder.HasIndex(t => t.UserId);
        builder.HasIndex(t => t.ConsignmentId);

        // The tokens page: an account sees the common stock and its own, each by serial number, alone or by one property.
        builder.HasIndex(t => new { t.Partition, t.AccountId, t.NormalizedSerial });
        builder.HasIndex(t => new { t.Partition, t.AccountId, t.State, t.NormalizedSerial });
        builder.HasIndex(t => new { t.Partition, t.AccountId, t.Vendor, t.NormalizedSerial });
        builder.HasIndex(t => new { t.Partition, t.AccountId, t.ExpiresOn, t.NormalizedSerial });
        builder.HasIndex(t => t.DeviceId).IsUnique();

        builder.HasIndex(t => new { t.Partition, t.Vendor });

        // The dashboard: what lies in stock and since when, and what expires soon.
        builder.HasIndex(t => new { t.Partition, t.AccountId, t.State, t.ImportedAt });

        // And whose clock drifts: a short index, because most tokens are not foretold to leave.
        builder.HasIndex(t => new { t.AccountId, t.LeavesOn }).HasFilter("\"LeavesOn\" IS NOT NULL");

        // No longer used. To drop a column EF rewrites the table on SQLite, outside any transaction: a killed upgrade would stay half done.
        builder.Property<long>("CheckWindow");
        builder.Property<int>("WindowChecks");
        builder.Ignore(t => t.Profile);
    }
}
