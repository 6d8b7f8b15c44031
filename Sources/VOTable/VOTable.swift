// VOTable
