using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.Notices;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.Property(m => m.AccountId).HasMaxLength(12);
        builder.Property(m => m.UserName).HasMaxLength(64);
        builder.Property(m => m.Recipient).HasMaxLength(254);
        builder.HasIndex(m => new { m.AccountId, m.At, m.Id });
        builder.HasIndex(m => new { m.State, m.DueAt });
    }
}
