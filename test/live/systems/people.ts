/** Who writes in the seeded tickets. */
export interface SeedPerson {
  /** Login and local name, lower case. */
  id: string;
  name: string;
  email: string;
  /** Where they work; `null`: ours. */
  organisation: string | null;
}

const person = (id: string, name: string, email: string, organisation: string | null): SeedPerson => ({
  id,
  name,
  email,
  organisation,
});

export const STAFF = {
  mara: person('mara', 'Mara Vogt', 'mara@live.example', null),
  jonas: person('jonas', 'Jonas Keil', 'jonas@live.example', null),
};

export const CUSTOMERS = {
  greta: person('greta', 'Greta Baum', 'greta.baum@nordwind.example', 'Nordwind Logistik GmbH'),
  ole: person('ole', 'Ole Petersen', 'ole.petersen@nordwind.example', 'Nordwind Logistik GmbH'),
  luis: person('luis', 'Luis Ortega', 'luis@solana.example', 'Solana Energía S.A.'),
  seoyeon: person('seoyeon', 'Seoyeon Kim', 'seoyeon.kim@hanbit.example', 'Hanbit Precision'),
  wei: person('wei', 'Wang Wei', 'wang.wei@lanhai.example', 'Lanhai Shipping'),
  anna: person('anna', "Anna O'Neill", 'anna@polaris.example', 'Polaris Telecom'),
};

export const PEOPLE: Record<string, SeedPerson> = { ...STAFF, ...CUSTOMERS };
export type PersonId = keyof typeof STAFF | keyof typeof CUSTOMERS;
export const isStaff = (id: PersonId): boolean => id in STAFF;
