using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecurityKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Facts",
                table: "RecordedDecisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Aaguid",
                table: "MfaDevices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AttestationFormat",
                table: "MfaDevices",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AttestationType",
                table: "MfaDevices",
                type: "TEXT",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Certifications",
                table: "MfaDevices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CloneSuspectedAt",
                table: "MfaDevices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBackupEligible",
                table: "MfaDevices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsModelProven",
                table: "MfaDevices",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MetadataKey",
                table: "MfaDevices",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ModelStatus",
                table: "MfaDevices",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasUserVerified",
                table: "MfaDevices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecurityKeyPolicy",
                table: "Accounts",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "AuthenticatorModels",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthenticatorModels", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "LoadedMetadata",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    NextUpdate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LoadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Signer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Models = table.Column<int>(type: "INTEGER", nullable: false),
                    LeftOut = table.Column<int>(type: "INTEGER", nullable: false),
                    Others = table.Column<int>(type: "INTEGER", nullable: false),
                    PayloadHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Revocation = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    JudgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    KeysToJudge = table.Column<int>(type: "INTEGER", nullable: false),
                    KeysJudged = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoadedMetadata", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AuthenticatorModelChanges",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    ModelKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Statuses = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthenticatorModelChanges", x => new { x.Number, x.ModelKey });
                    table.ForeignKey(
                        name: "FK_AuthenticatorModelChanges_LoadedMetadata_Number",
                        column: x => x.Number,
                        principalTable: "LoadedMetadata",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MfaDevices_AccountId_CloneSuspectedAt",
                table: "MfaDevices",
                columns: new[] { "AccountId", "CloneSuspectedAt" },
                filter: "\"CloneSuspectedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MfaDevices_AccountId_MetadataKey",
                table: "MfaDevices",
                columns: new[] { "AccountId", "MetadataKey" });

            migrationBuilder.CreateIndex(
                name: "IX_MfaDevices_AccountId_ModelStatus",
                table: "MfaDevices",
                columns: new[] { "AccountId", "ModelStatus" },
                filter: "\"ModelStatus\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuthenticatorModelChanges");

            migrationBuilder.DropTable(
                name: "AuthenticatorModels");

            migrationBuilder.DropTable(
                name: "LoadedMetadata");

            migrationBuilder.DropIndex(
                name: "IX_MfaDevices_AccountId_CloneSuspectedAt",
                table: "MfaDevices");

            migrationBuilder.DropIndex(
                name: "IX_MfaDevices_AccountId_MetadataKey",
                table: "MfaDevices");

            migrationBuilder.DropIndex(
                name: "IX_MfaDevices_AccountId_ModelStatus",
                table: "MfaDevices");

            migrationBuilder.DropColumn(
                name: "Facts",
                table: "RecordedDecisions");

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

            migrationBuilder.DropColumn(
                name: "SecurityKeyPolicy",
                table: "Accounts");
        }
    }
}
