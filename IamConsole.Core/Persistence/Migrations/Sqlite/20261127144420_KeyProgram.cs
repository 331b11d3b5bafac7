using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IamConsole.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeyProgram : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeyModels",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Stock = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOffered = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyModels", x => x.Id);
                    table.CheckConstraint("CK_KeyModels_Stock", "\"Stock\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "KeyProgram",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Countries = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PeriodDays = table.Column<int>(type: "INTEGER", nullable: false),
                    LastNumber = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyProgram", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeyProgramFigures",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyProgramFigures", x => new { x.AccountId, x.Name });
                    table.ForeignKey(
                        name: "FK_KeyProgramFigures_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyProgramMinimums",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minimum = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyProgramMinimums", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "KeyOrders",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    OpenAccountId = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    ModelId = table.Column<string>(type: "TEXT", nullable: false),
                    ModelName = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    PlacedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ShippedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Tracking = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    TrackingUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProtectedAddress = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyOrders", x => x.Number);
                    table.ForeignKey(
                        name: "FK_KeyOrders_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeyOrders_KeyModels_ModelId",
                        column: x => x.ModelId,
                        principalTable: "KeyModels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "KeyProgram",
                columns: new[] { "Id", "Countries", "IsOn", "LastNumber", "PeriodDays" },
                values: new object[] { 1, "", false, 0L, 365 });

            migrationBuilder.CreateIndex(
                name: "IX_KeyOrders_AccountId_Number",
                table: "KeyOrders",
                columns: new[] { "AccountId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyOrders_EndedAt",
                table: "KeyOrders",
                column: "EndedAt",
                filter: "\"ProtectedAddress\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_KeyOrders_ModelId",
                table: "KeyOrders",
                column: "ModelId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyOrders_OpenAccountId",
                table: "KeyOrders",
                column: "OpenAccountId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyOrders");

            migrationBuilder.DropTable(
                name: "KeyProgram");

            migrationBuilder.DropTable(
                name: "KeyProgramFigures");

            migrationBuilder.DropTable(
                name: "KeyProgramMinimums");

            migrationBuilder.DropTable(
                name: "KeyModels");
        }
    }
}
