using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SecurityKeyFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Aaguid",
                table: "MfaDevices",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AttestationFormat",
                table: "MfaDevices",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AttestationType",
                table: "MfaDevices",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Certifications",
                table: "MfaDevices",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CloneSuspectedAt",
                table: "MfaDevices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBackupEligible",
                table: "MfaDevices",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsModelProven",
                table: "MfaDevices",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MetadataKey",
                table: "MfaDevices",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ModelStatus",
                table: "MfaDevices",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasUserVerified",
                table: "MfaDevices",
                type: "boolean",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_MfaDevices_AccountId_MetadataKey",
                table: "MfaDevices",
                columns: new[] { "AccountId", "MetadataKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MfaDevices_AccountId_MetadataKey",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "Aaguid",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "AttestationFormat",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "AttestationType",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "Certifications",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "CloneSuspectedAt",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "IsBackupEligible",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "IsModelProven",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "MetadataKey",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "ModelStatus",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "WasUserVerified",
                table: "MfaDevices");
        }
    }
}
