using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Consignments;

internal sealed class ConsignmentRowConfiguration : IEntityTypeConfiguration<ConsignmentRow>
{
    public void Configure(EntityTypeBuilder<ConsignmentRow> builder)
    {
        builder.HasKey(r => new { r.ConsignmentId, r.Number });
        builder.Property(r => r.Serial).HasMaxLength(256);
        builder.Property(r => r.NormalizedSerial).HasMaxLength(256);
        builder.Property(r => r.Partition).HasMaxLength(32);
        builder.Property(r => r.Verdict).HasConversion<string>().HasMaxLength(16);
        builder.Property(r => r.Algorithm).HasConversion<string>().HasMaxLength(8);
        builder.Property(r => r.Form).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Consignment>().WithMany().HasForeignKey(r => r.ConsignmentId).OnDelete(DeleteBehavior.Cascade);

        // What makes a serial number stand once in a consignment, whatever its size; rows that never were good have none.
        builder.HasIndex(r => new { r.ConsignmentId, r.NormalizedSerial }).IsUnique();
        builder.HasIndex(r => new { r.ConsignmentId, r.Verdict, r.Number });
    }
}
