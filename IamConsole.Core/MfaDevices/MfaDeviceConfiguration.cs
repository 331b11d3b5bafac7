using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IamConsole.Core.MfaDevices;

internal sealed class MfaDeviceConfiguration : IEntityTypeConfiguration<MfaDevice>
{
    public void Configure(EntityTypeBuilder<MfaDevice> builder)
    {
        builder.Property(d => d.Name).HasMaxLength(MfaDeviceName.MaxLength);
        builder.Property(d => d.NormalizedName).HasMaxLength(MfaDeviceName.MaxLength);
        builder.Property(d => d.Identifier).HasMaxLength(512);
        builder.Property(d => d.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(d => d.Algorithm).HasConversion<string>().HasMaxLength(8);
        builder.Property(d => d.CheckTimes).HasMaxLength(MfaLimits.ChecksPerWindow * RecentTimes.Length);
        builder.Property(d => d.MetadataKey).HasMaxLength(64);
        builder.Property(d => d.AttestationFormat).HasMaxLength(32);
        builder.Property(d => d.AttestationType).HasConversion<string>().HasMaxLength(16);
        builder.Property(d => d.ModelStatus).HasMaxLength(64);
        builder.HasOne<IamUser>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => d.UserId);
        builder.HasIndex(d => new { d.AccountId, d.NormalizedName }).IsUnique();
        builder.HasIndex(d => d.CredentialId).IsUnique();
        builder.HasIndex(d => d.HardwareTokenId).IsUnique();
        builder.HasIndex(d => new { d.AccountId, d.MetadataKey });
        builder.HasIndex(d => new { d.AccountId, d.ModelStatus }).HasFilter("\"ModelStatus\" IS NOT NULL");
        builder.HasIndex(d => new { d.AccountId, d.CloneSuspectedAt }).HasFilter("\"CloneSuspectedAt\" IS NOT NULL");
        // No longer used. To drop a column EF rewrites the table on SQLite, outside any transaction: a killed upgrade would stay half done.
        builder.Property<long>("CheckWindow");
        builder.Property<int>("WindowChecks");
        builder.Ignore(d => d.Profile);
        builder.Ignore(d => d.IsTotp);
    }
}
