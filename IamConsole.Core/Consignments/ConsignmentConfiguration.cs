using IamConsole.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Consignments;

internal sealed class ConsignmentConfiguration : IEntityTypeConfiguration<Consignment>
{
    public void Configure(EntityTypeBuilder<Consignment> builder)
    {
        builder.Property(c => c.AccountId).HasMaxLength(12);
        builder.Property(c => c.Partition).HasMaxLength(32);
        builder.Property(c => c.FileName).HasMaxLength(ConsignmentWish.LongestName);
        builder.Property(c => c.Batch).HasMaxLength(ConsignmentWish.LongestText);
        builder.Property(c => c.Vendor).HasMaxLength(ConsignmentWish.LongestText);
        builder.Property(c => c.Form).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.TokenForm).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.StartedBy).HasMaxLength(64);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.AccountId, c.CreatedAt });
        builder.HasIndex(c => new { c.State, c.CreatedAt });
    }
}
